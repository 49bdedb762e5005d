"""A mutant put into a module that others have imported already: new code in the same functions."""

from __future__ import annotations

import sys
import types
from typing import Any


def graft(module: types.ModuleType, source: str) -> None:
    """Give everything the module defines the code of this source, wherever it was imported to. Raises what that raises.

    Values of the module are replaced in all that imported them by their name; a kept result of its functions is
    forgotten. Only for a process of its own: nothing is put back.
    """
    fresh = types.ModuleType(module.__name__)
    fresh.__file__ = module.__file__
    sys.modules[module.__name__] = fresh  # dataclasses look themselves up
    try:
        exec(compile(source, str(module.__file__), "exec"), fresh.__dict__)  # noqa: S102 - our own source, changed in one place
    finally:
        sys.modules[module.__name__] = module
    _members(vars(module), vars(fresh), module)
    for name, old in list(vars(module).items()):
        new = fresh.__dict__.get(name)
        if not (
            name.startswith("__") or isinstance(old, types.FunctionType | types.ModuleType | type) or _same(old, new)
        ):
            _everywhere(name, old, new)


def _members(old: Any, new: Any, module: types.ModuleType) -> None:
    for name, value in list(old.items()):
        other = new.get(name)
        if isinstance(value, type) and value.__module__ == module.__name__ and isinstance(other, type):
            _members(dict(vars(value)), vars(other), module)
            _values(value, other)
            continue
        function, mutated = _function(value), _function(other)
        own = function is not None and function.__module__ == module.__name__
        if own and function is not None and mutated is not None:
            function.__code__ = mutated.__code__
            function.__defaults__, function.__kwdefaults__ = mutated.__defaults__, mutated.__kwdefaults__
        if hasattr(value, "cache_clear"):
            value.cache_clear()


def _values(old: type, new: type) -> None:
    """The defaults of a class."""
    for key, attribute in vars(new).items():
        is_value = not (key.startswith("__") or callable(attribute) or _wraps(attribute))
        if is_value and not _same(vars(old).get(key), attribute):
            setattr(old, key, attribute)


def _wraps(value: Any) -> bool:
    return isinstance(value, property | classmethod | staticmethod | types.MemberDescriptorType)


def _function(value: Any) -> types.FunctionType | None:
    if isinstance(value, property):
        value = value.fget
    value = getattr(value, "__func__", value)
    value = getattr(value, "__wrapped__", value)
    return value if isinstance(value, types.FunctionType) else None


def _same(old: Any, new: Any) -> bool:
    return type(old) is type(new) and (old == new or repr(old) == repr(new))


def _everywhere(name: str, old: Any, new: Any) -> None:
    for module in list(sys.modules.values()):
        if getattr(module, "__dict__", {}).get(name) is old:
            setattr(module, name, new)
