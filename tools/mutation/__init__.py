"""Mutation testing of the modules that must not fail: see `python -m tools.mutation --help`."""
