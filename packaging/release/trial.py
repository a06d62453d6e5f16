"""Placeholder."""


def try_all() -> None: ...
