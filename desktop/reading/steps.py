"""Signs of life from a reader that goes page by page, so that one page cannot take all the time there is.

In a process of its own (isolated_child.py) they are passed on; elsewhere nobody listens.
"""

from collections.abc import Callable


def _nobody(_working: bool) -> None:
    return


_listeners: list[Callable[[bool], None]] = [_nobody]


def listen(listener: Callable[[bool], None]) -> None:
    """Let ``listener`` be told of every step from now on: True as one begins, False when all are done."""
    _listeners[0] = listener


def begin() -> None:
    """The next page begins."""
    _listeners[0](True)


def done() -> None:
    """The pages are done; what comes now may take as long as the whole."""
    _listeners[0](False)
