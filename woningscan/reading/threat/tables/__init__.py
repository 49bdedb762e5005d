"""Word tables and rules of the detector: data, no logic. The pattern language is explained in ``lexicon.py``."""
