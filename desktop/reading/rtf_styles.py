"""The style sheet of an RTF document: the heading level of each paragraph style."""

from dataclasses import dataclass, field

from desktop.reading.style_names import contents_named, level_named

_LEVELS = 9
_LONGEST_LINE = 50
_LONGEST_NAME = 200


@dataclass
class RtfStyle:
    """A style while it is read: its number, its name, what it is based on, the outline level it sets."""

    number: int = 0
    base: int | None = None
    outline: int | None = None
    name: list[str] = field(default_factory=list)

    def add_to_name(self, text: str) -> None:
        """Add a piece of the name; what is far longer than any name is left aside."""
        if len(self.name) < _LONGEST_NAME:
            self.name.append(text[:_LONGEST_NAME])

    @property
    def plain_name(self) -> str:
        """The name without the sign that ends it."""
        return "".join(self.name).rstrip().removesuffix(";")


@dataclass
class RtfStyles:
    """The styles of one document."""

    _styles: dict[int, RtfStyle] = field(default_factory=dict)
    _known: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)

    def add(self, style: RtfStyle) -> None:
        """Keep a style; the first with a number counts."""
        self._styles.setdefault(style.number, style)
        self._known.clear()

    def level(self, number: int, outline: int | None) -> int | None:
        """The heading level of a paragraph with this style whose own properties set ``outline``.

        1–9 for headings, 0 for a title, None for text. Writers repeat what the style says in every paragraph, so
        an outline level that a title's style sets as well makes no heading of the title.
        """
        if number not in self._known:
            self._known[number] = self._level(number)
        own, styled = self._known[number]
        if outline is None or (own == 0 and outline == styled):
            return own
        return outline + 1 if 0 <= outline < _LEVELS else None

    def contents(self, number: int) -> bool:
        """True for the style of lines in a table of contents."""
        style = self._styles.get(number)
        return style is not None and contents_named(style.plain_name)

    def _level(self, number: int) -> tuple[int | None, int | None]:
        """The level of a style and the outline level it sets, inherited ones included."""
        seen: set[int] = set()
        current: int | None = number
        while current is not None and current not in seen and len(seen) < _LONGEST_LINE:
            seen.add(current)
            style = self._styles.get(current)
            if style is None:
                break
            named = level_named(style.plain_name)
            if style.outline is not None and named != 0:
                return (style.outline + 1 if 0 <= style.outline < _LEVELS else None), style.outline
            if named is not None:
                return named, style.outline
            current = style.base
        return None, None
