"""Markdown, as chat programs write it: text → lines without the marks of headings, emphasis, links and tables.

Text counts as Markdown only where marks say so that ordinary drafts do not have: a heading line with #, a table's
line of dashes, or words in double asterisks more than once. Line breaks inside paragraphs are left to the usual
rejoining.
"""

import re
from dataclasses import dataclass, field

from desktop.reading.lines import BLANKS, Line, indent_of, refuse_crowd
from desktop.reading.marked_headings import with_title
from desktop.reading.text_file import split_lines

_HEADING = re.compile(r" {0,3}(#{1,6})[ \u3000\t]{1,9}(\S.{0,300}?)(?:[ \t]{1,9}#{1,9})?[ \t]{0,9}")
_DASHES = re.compile(
    r"[ \t]{0,9}\|?[ \t]{0,9}:?-{2,99}:?[ \t]{0,9}(?:\|[ \t]{0,9}:?-{2,99}:?[ \t]{0,9}){0,50}\|?[ \t]{0,9}"
)
_STRONG = re.compile(r"(?<![*_])(\*\*|__)(?=[^\s*_])([^\n]{0,200}?[^\s*_])\1(?!_)")
_STRESS = re.compile(r"(?<![A-Za-z0-9*])\*(?=[^\s*])([^\n*]{1,400}?)(?<=[^\s*])\*(?![A-Za-z0-9*])")
_STRUCK = re.compile(r"~~(?=[^\s~])([^\n~]{1,400}?)~~")
_CODE = re.compile(r"`{1,3}([^`\n]{1,400})`{1,3}")
_PICTURE = re.compile(r"!\[[^\]\n]{0,200}\]\([^()\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\[\n]{1,300})\]\((?:https?:|/|#|\./|mailto:)[^()\n]{0,1000}\)")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_POINT = re.compile(r"^[ \t]{0,20}[-*+][ \t]{1,4}(?:\[[ xX]\][ \t]{1,4})?(?=\S)")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?){1,6}")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]?){3,99}|(?:\*[ \t]?){3,99}|_{3,99})[ \t]{0,9}")
_FENCE = re.compile(r" {0,3}(?:```|~~~)[^`\n]{0,99}")
_UNDERLINE = re.compile(r" {0,3}(={2,999}|-{2,999})[ \t]{0,9}")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_BORDER = re.compile(r"(?<!\\)\|")
_LEAST_STRONG = 2
_LARGEST = 1_000_000


def is_markdown(text: str) -> bool:
    """True if ``text`` bears marks that only Markdown has; what is far longer than a report is not looked through."""
    if len(text) > _LARGEST:
        return False
    lines = text.split("\n")
    if any(line.lstrip(" ").startswith("#") and _HEADING.fullmatch(line) for line in lines):
        return True
    if any("--" in line and "|" in line and _DASHES.fullmatch(line) for line in lines):
        return True
    return "**" in text and sum(1 for _, _ in zip(range(_LEAST_STRONG), _STRONG.finditer(text), strict=False)) > 1


def text_lines(text: str) -> list[Line]:
    """The lines of pasted text or of a text file, whether it is Markdown or not."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not is_markdown(plain):
        return split_lines(text)
    reading = _Reading()
    raw_lines = _BREAK.sub(" ", plain).split("\n")
    for raw, after in zip(raw_lines, [*raw_lines[1:], ""], strict=True):
        reading.take(raw, after)
        refuse_crowd(reading.lines)
    return with_title(reading.lines)


@dataclass
class _Reading:
    """The lines so far, and what the next one is part of."""

    lines: list[Line] = field(default_factory=list)
    gap: int = 0
    fenced: bool = False
    tabled: bool = False

    def take(self, raw: str, after: str) -> None:
        """Read one line; ``after`` is the next one."""
        if _FENCE.fullmatch(raw):
            self.fenced = not self.fenced
            return
        if self.fenced:
            self._add(raw, raw)
            return
        raw = _QUOTE.sub("", raw, count=1)
        heading = _HEADING.fullmatch(raw)
        if heading:
            self._add(heading[2], "", level=len(heading[1]))
        elif self._is_table(raw, after):
            self._row(raw)
        elif self._is_underline(raw):
            before = self.lines.pop()
            self.lines.append(Line(before.text, before.gap, level=1 if "=" in raw else 2))
        elif _RULE.fullmatch(raw) or not raw.strip(BLANKS):
            self.gap += 1
            self.tabled = False
        else:
            words = _POINT.sub("", raw, count=1)
            self._add(_words(words).removesuffix("\\"), raw if words == raw else "")

    def _add(self, text: str, raw: str, level: int | None = None) -> None:
        for line in split_lines(_words(text) if level else text):
            self.lines.append(Line(line.text, self.gap, indent_of(raw), line.page_break, level))
            self.gap = 0

    def _is_table(self, raw: str, after: str) -> bool:
        """True for a row between upright strokes that a line of dashes, before or after it, makes a table's."""
        begins = "|" in raw and "|" in after and _DASHES.fullmatch(after) is not None
        self.tabled = "|" in raw and (self.tabled or begins)
        return self.tabled

    def _row(self, raw: str) -> None:
        if _DASHES.fullmatch(raw) and "-" in raw:
            return
        cells = [_words(cell).strip(BLANKS).replace("\t", " ") for cell in _BORDER.split(raw.strip().strip("|"))]
        text = "\t".join(cells).rstrip("\t")
        if text.strip():
            self.lines.append(Line(text, self.gap, row=True))
            self.gap = 0

    def _is_underline(self, raw: str) -> bool:
        """True for a line of = or - right below a line of text, which makes that one a heading."""
        if not _UNDERLINE.fullmatch(raw) or self.gap or not self.lines or self.lines[-1].fixed:
            return False
        return len(self.lines[-1].text) < 80


def _words(text: str) -> str:
    """``text`` without marks for emphasis, links, pictures and code."""
    text = _PICTURE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(r"\1", text)
    for mark, group in ((_STRONG, r"\2"), (_STRESS, r"\1"), (_STRUCK, r"\1")):
        text = mark.sub(group, text)
    return _ESCAPED.sub(r"\1", text)
