"""Keeps TensorFlow out of the process. The package calls it before any of its modules imports Rasa.

Rasa 3.6 imports TensorFlow and matplotlib through a few modules that serving our pipeline never calls: the list of
every built-in component, helpers for training neural models, the check before a training, the evaluation. Small
stand-ins for those modules of Rasa's own leave the rest as it is. `rasa train` and Rasa's other commands do not use
this.
"""

from __future__ import annotations

import sys
import types

_UNUSED: dict[str, dict[str, object]] = {
    "rasa.engine.recipes.default_components": {"DEFAULT_COMPONENTS": []},
    "rasa.utils.tensorflow.callback": {"RasaTrainingLogger": object, "RasaModelCheckpoint": object},
    "rasa.utils.tensorflow.data_generator": {"RasaBatchDataGenerator": object},
    "rasa.graph_components.validators.default_recipe_validator": {"DefaultV1RecipeValidator": object},
    "rasa.core.test": {},
}


def keep_tensorflow_out() -> None:
    """Put the stand-ins in place. Raises RuntimeError when TensorFlow is there already, because then it is too late."""
    if "tensorflow" in sys.modules:
        raise RuntimeError("import the engine before anything that imports TensorFlow")
    for name, members in _UNUSED.items():
        module = types.ModuleType(name, "Stand-in, see engine/lean_rasa.py")
        module.__dict__.update(members)
        sys.modules.setdefault(name, module)
