"""What a long job tells while it runs, and how it learns that nobody waits for it any more."""

from collections.abc import Callable
from threading import Event

from desktop.errors import Cancelled


class Watch:
    """Belongs to one job, which calls ``page`` and ``given_up`` on its thread; ``give_up`` is the window's."""

    def __init__(self, tell: "Callable[[Watch, int, int], None]") -> None:
        self._tell = tell
        self._given_up = Event()

    def page(self, number: int, pages: int) -> None:
        """The job begins with a page; raises Cancelled if it was given up."""
        if self.given_up():
            raise Cancelled
        try:
            self._tell(self, number, pages)
        except RuntimeError as error:
            # The window is gone, and with it whoever wanted to know.
            raise Cancelled from error

    def given_up(self) -> bool:
        """Whether nobody waits for the job any more."""
        return self._given_up.is_set()

    def give_up(self) -> None:
        """Let the job end as soon as it asks."""
        self._given_up.set()
