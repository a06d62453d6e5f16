"""What an RTF reader keeps in mind: the properties that a group inherits, the open text, the current row."""

from dataclasses import dataclass, field
from enum import IntEnum

from desktop.reading.gather import Gatherer


class Where(IntEnum):
    """What the words of a group are for."""

    BODY = 0
    NOTHING = 1
    FONTS = 2
    STYLES = 3
    STYLE = 4
    LABEL = 5
    CODE = 6
    MARGIN = 7
    SHAPE = 8
    NOTE = 9


class State:
    """What a group inherits from the one around it; a plain class because it is copied for every group."""

    __slots__ = (
        "where", "font", "double", "double_font", "skips", "hidden", "deleted", "inserted",
        "style", "outline", "in_table", "nested", "new_page", "drop_cap",
    )  # fmt: skip

    def __init__(self) -> None:
        self.where = Where.BODY
        self.skips = 1
        self.double_font = -1
        self.plain_letters(0)
        self.plain_paragraph()

    def plain_letters(self, font: int) -> None:
        """Forget the properties of characters."""
        self.font = font
        self.double = False
        self.hidden = self.deleted = self.inserted = False

    def take_font(self, word: bytes, number: int) -> None:
        """Take a word that says which font letters are in: Chinese ones have a font of their own."""
        if word == b"f":
            self.font = number
        elif word != b"af":
            self.double = word == b"dbch"
        if self.double and word in (b"f", b"af"):
            self.double_font = number

    @property
    def letters_font(self) -> int:
        """The font of the letters that follow; a Chinese one is only named behind the word for them."""
        return self.double_font if self.double and self.double_font >= 0 else self.font

    def plain_paragraph(self) -> None:
        """Forget the properties of paragraphs."""
        self.style = self.nested = 0
        self.outline: int | None = None
        self.in_table = self.new_page = self.drop_cap = False

    def copy(self) -> "State":
        """A state that can change without changing this one."""
        other = State.__new__(State)
        other.where, other.skips = self.where, self.skips
        other.font, other.double, other.double_font = self.font, self.double, self.double_font
        other.hidden, other.deleted, other.inserted = self.hidden, self.deleted, self.inserted
        other.style, other.outline, other.new_page = self.style, self.outline, self.new_page
        other.in_table, other.nested, other.drop_cap = self.in_table, self.nested, self.drop_cap
        return other

    @property
    def depth(self) -> int:
        """How many tables are around a paragraph."""
        return max(self.nested, int(self.in_table))


@dataclass
class Flow:
    """Paragraphs that follow each other: the body, or the words of the text box in group number ``group``."""

    group: int = 0
    gatherer: Gatherer = field(default_factory=Gatherer)
    text: list[str] = field(default_factory=list)
    label: str = ""
    boxes: list[Gatherer] = field(default_factory=list)


@dataclass
class Row:
    """The cells of a row as its definition lists them, and which of them are merged."""

    cells: int = 0
    covered: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)

    def define(self, word: bytes) -> None:
        """Take one word of the definition; each cell's properties stand before its right edge."""
        if word == b"trowd":
            self.cells = 0
            self.covered.clear()
            self.joined.clear()
        elif word == b"cellx":
            self.cells += 1
        elif word == b"clvmrg":
            self.covered.add(self.cells)
        elif word == b"clmrg":
            self.joined.add(self.cells)
