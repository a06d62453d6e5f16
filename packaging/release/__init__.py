"""The steps of a release, one module a step, in the order of ``build.py``."""
