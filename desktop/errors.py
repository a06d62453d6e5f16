"""The errors a user can do something about: one clear Chinese sentence each.

Anything that is not a UserError is a mistake of this program and ends in a crash report.
"""


class UserError(Exception):
    """What happened and what to do, in one Chinese sentence (``str(error)``)."""


class DraftError(UserError):
    """The draft cannot be read."""


class PasswordNeeded(DraftError):
    """The draft opens with a password only, and none or a wrong one was given."""


class ChecklistError(UserError):
    """A checklist file cannot be used; the sentence names file, line and the likely fix."""


class HistoryError(UserError):
    """The history file cannot be read or written; checking goes on without it."""


class OutputError(UserError):
    """A result file cannot be written; whatever stood there before is still there."""


class UsageError(UserError):
    """The command line was called with wrong arguments."""


class Cancelled(Exception):
    """The user asked to stop; nothing was changed."""
