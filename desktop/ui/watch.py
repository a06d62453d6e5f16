"""What a long job tells while it runs, and how it learns that nobody waits for it any more."""

from collections.abc import Callable
from threading import Event

from desktop.errors import Cancelled


class Watch:
    """Belongs to one job. ``page`` is called on the job's thread, ``give_up`` on the window's."""

    def __init__(self, tell: "Callable[[Watch, int, int], None]") -> None:
        self._tell = tell
        self._given_up = Event()

    def page(self, number: int, pages: int) -> None:
        """The job begins with a page; raises Cancelled if it was given up."""
        if self._given_up.is_set():
            raise Cancelled
        try:
            self._tell(self, number, pages)
        except RuntimeError as error:
            # The window is gone, and with it whoever wanted to know.
            raise Cancelled from error

    def give_up(self) -> None:
        """Let the job end at its next page."""
        self._given_up.set()
