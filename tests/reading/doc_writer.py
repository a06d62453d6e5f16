"""Word 97–2003 documents and OLE files written by hand, so that a test shows the very bytes it is about."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

TEXT_AT = 0x400
SECTOR = 512
FREE, END, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def prl(code: int, value: int, size: int = 1) -> bytes:
    """One change of a property."""
    return struct.pack("<H", code) + value.to_bytes(size, "little")


DELETED, INSERTED, HIDDEN, SHOWN = prl(0x0800, 1), prl(0x0801, 1), prl(0x083C, 1), prl(0x083C, 0)
SPECIAL = prl(0x0855, 1)
IN_TABLE = prl(0x2416, 1)
ROW_END = IN_TABLE + prl(0x2417, 1)


def depth(count: int) -> bytes:
    """The paragraph stands in ``count`` tables."""
    return IN_TABLE + prl(0x6649, count, 4)


def listed(use: int, level: int = 0) -> bytes:
    """The paragraph is numbered."""
    return prl(0x460B, use, 2) + prl(0x260A, level)


@dataclass(frozen=True)
class R:
    """A run of characters with their properties."""

    text: str
    properties: bytes = b""


@dataclass(frozen=True)
class P:
    """A paragraph: text or runs, its properties, its style's number, and its end mark."""

    runs: str | Sequence[R | str] = ""
    properties: bytes = b""
    style: int = 0
    mark: str = "\r"
    mark_properties: bytes = b""


@dataclass(frozen=True)
class Style:
    """A style: its number among Word's own (0xFFE for the user's), name, and changes."""

    built_in: int = 0xFFE
    name: str = "样式"
    base: int = 0xFFF
    paragraph: bytes = b""
    letters: bytes = b""
    of_letters: bool = False


@dataclass(frozen=True)
class Piece:
    """Stored characters ``start``–``end``, read at this place; ``narrow`` for one byte a character."""

    start: int
    end: int
    change: int = 0
    narrow: bool = False


@dataclass
class Doc:
    """A document to be written; parts not given are not there."""

    paragraphs: Sequence[P]
    styles: Sequence[Style] = ()
    pieces: Sequence[Piece] = ()
    changes: Sequence[bytes] = ()
    footnotes: str = ""
    headers: str = ""
    boxes: Sequence[tuple[int, Sequence[P]]] = ()
    anchors: Sequence[tuple[int, int]] = ()
    sections: Sequence[int] = ()
    parts: dict[int, bytes] = field(default_factory=dict)
    behind: dict[int, bytes] = field(default_factory=dict)
    data: bytes = b""
    flags: int = 0x0200
    version: int = 0xC1
    ident: int = 0xA5EC

    def streams(self) -> dict[str, bytes]:
        """The streams of the document."""
        spans = _spans(self.paragraphs)
        body = sum(len(text) for text, _, _ in spans)
        spans += [(self.footnotes, b"", b"\0\0"), (self.headers, b"", b"\0\0")]
        limits = [0]
        for _, paragraphs in self.boxes:
            spans += _spans(paragraphs)
            limits.append(sum(len(text) for text, _, _ in spans) - body - len(self.footnotes + self.headers))
        spans = [span for span in spans if span[0]]
        text = "".join(text for text, _, _ in spans)
        pieces = self.pieces or [Piece(0, len(text))]
        stored, places = _store(text, pieces)
        document = bytearray(TEXT_AT) + stored
        parts = dict(self.parts)
        limits_in_file = [0]
        for one, _, _ in spans:
            limits_in_file.append(limits_in_file[-1] + len(one))
        fcs = [places[at] for at in limits_in_file]
        _add_page(document, parts, 12, fcs, [run for _, run, _ in spans])
        _add_page(document, parts, 13, fcs, [paragraph for _, _, paragraph in spans])
        parts[33] = _clx(pieces, places, self.changes)
        if self.styles:
            parts[1] = _style_sheet(self.styles)
        if self.boxes:
            ends = b"".join(struct.pack("<IIHIII", 0, 0, 0, 0, shape, 0) for shape, _ in self.boxes) + bytes(22)
            parts[56] = struct.pack(f"<{len(limits) + 1}I", *limits, limits[-1] + 1) + ends
        if self.anchors:
            shapes = b"".join(struct.pack("<I22x", shape) for _, shape in self.anchors)
            parts[40] = struct.pack(f"<{len(self.anchors) + 1}I", *(at for at, _ in self.anchors), body) + shapes
        if self.sections:
            count = len(self.sections)
            parts[6] = struct.pack(f"<{count + 1}I", 0, *self.sections) + bytes(12 * count)
        table = self._header(document, parts, (body, limits[-1]))
        name = "1Table" if self.flags & 0x0200 else "0Table"
        streams = {"WordDocument": bytes(document), name: table}
        return streams | ({"Data": self.data} if self.data else {})

    def bytes(self) -> bytes:
        """The file."""
        return ole(self.streams())

    def _header(self, document: bytearray, parts: dict[int, bytes], lengths: tuple[int, int]) -> bytes:
        """Write the header into ``document``; the table stream."""
        struct.pack_into("<HH6xH", document, 0, self.ident, self.version, self.flags)
        struct.pack_into("<H", document, 32, 14)
        struct.pack_into("<H", document, 62, 22)
        body, boxes = lengths
        struct.pack_into("<7i", document, 76, body, len(self.footnotes), len(self.headers), 0, 0, 0, boxes)
        struct.pack_into("<H", document, 152, 93)
        table = bytearray()
        for number, part in parts.items():
            struct.pack_into("<II", document, 154 + 8 * number, len(table), len(part))
            table += part + self.behind.get(number, b"")
        return bytes(table)


def doc(*paragraphs: P | str, **options: object) -> bytes:
    """The bytes of a document with these paragraphs."""
    return Doc([P(one) if isinstance(one, str) else one for one in paragraphs], **options).bytes()  # type: ignore[arg-type]


def _spans(paragraphs: Sequence[P]) -> list[tuple[str, bytes, bytes]]:
    """Text, properties of letters, properties of the paragraph."""
    spans = []
    for one in paragraphs:
        around = struct.pack("<H", one.style) + one.properties
        runs = [one.runs] if isinstance(one.runs, str) else one.runs
        for run in runs:
            plain = R(run) if isinstance(run, str) else run
            if plain.text:
                spans.append((_units(plain.text), plain.properties, around))
        spans.append((one.mark, one.mark_properties, around))
    return spans


def _units(text: str) -> str:
    """``text`` with two halves for each character outside the basic plane, as the file counts them."""
    raw = text.encode("utf-16-le")
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def _store(text: str, pieces: Sequence[Piece]) -> tuple[bytes, list[int]]:
    """The stored bytes, and for each stored character where it begins."""
    narrow = {at for piece in pieces if piece.narrow for at in range(piece.start, piece.end)}
    stored = bytearray()
    places = []
    for at, sign in enumerate(text):
        places.append(TEXT_AT + len(stored))
        stored += sign.encode("cp1252") if at in narrow else sign.encode("utf-16-le", "surrogatepass")
    return bytes(stored), [*places, TEXT_AT + len(stored)]


def _clx(pieces: Sequence[Piece], places: list[int], changes: Sequence[bytes]) -> bytes:
    limits = [0]
    listed = b""
    for piece in pieces:
        limits.append(limits[-1] + piece.end - piece.start)
        at = places[piece.start]
        listed += struct.pack("<HIH", 0, at * 2 | 0x40000000 if piece.narrow else at, piece.change)
    table = struct.pack(f"<{len(limits)}I", *limits) + listed
    before = b"".join(struct.pack("<BH", 1, len(one)) + one for one in changes)
    return before + struct.pack("<BI", 2, len(table)) + table


def _add_page(
    document: bytearray, parts: dict[int, bytes], part: int, limits: Sequence[int], stored: Sequence[bytes]
) -> None:
    """Add pages that list properties: of letters (part 12), of paragraphs (part 13); eight stretches a page."""
    numbers, firsts = [], []
    for first in range(0, len(stored), 8):
        some, edges = stored[first : first + 8], limits[first : first + 9]
        page = bytearray(512)
        page[511] = len(some)
        struct.pack_into(f"<{len(edges)}I", page, 0, *edges)
        places, width, at = 4 * len(edges), 1 if part == 12 else 13, 510
        for index, one in enumerate(some):
            entry = struct.pack("<B", len(one)) + one if part == 12 else _paragraph_entry(one)
            if len(entry) == 1:
                continue
            at = (at - len(entry)) // 2 * 2
            page[at : at + len(entry)] = entry
            page[places + width * index] = at // 2
        assert at > places + width * len(some), "too much for one page"
        document += bytes(-len(document) % 512)
        numbers.append(len(document) // 512)
        firsts.append(edges[0])
        document += page
    parts[part] = struct.pack(f"<{len(firsts) + 1}I", *firsts, limits[-1]) + struct.pack(f"<{len(numbers)}I", *numbers)


def _paragraph_entry(one: bytes) -> bytes:
    """With an odd size the length stands in the first byte, with an even one in the second."""
    return bytes([(len(one) + 1) // 2]) + one if len(one) % 2 else bytes([0, len(one) // 2]) + one


def _style_sheet(styles: Sequence[Style]) -> bytes:
    sheet = struct.pack("<HHHHHHHHHH", 18, len(styles), 10, 1, 91, 15, 0, 0, 0, 0)
    for style in styles:
        kind, parts = (2, [style.letters]) if style.of_letters else (1, [b"\0\0" + style.paragraph, style.letters])
        one = struct.pack("<5H", style.built_in, style.base << 4 | kind, len(parts), 0, 0)
        one += struct.pack("<H", len(style.name)) + style.name.encode("utf-16-le") + b"\0\0"
        for part in parts:
            one += bytes(len(one) % 2) + struct.pack("<H", len(part)) + part
        sheet += struct.pack("<H", len(one)) + one
    return sheet


@dataclass(frozen=True)
class Level:
    """A level of a list: number format, text (characters below 9 stand for numbers), first number, flags."""

    kind: int = 0
    text: str = "\0."
    start: int = 1
    flags: int = 0
    restart: int = 0

    def bytes(self) -> bytes:
        """As it stands in the file."""
        head = struct.pack("<iBB9xB8xBBBB", self.start, self.kind, self.flags, 0, 0, 0, self.restart, 0)
        return head + struct.pack("<H", len(self.text)) + self.text.encode("utf-16-le")


def lists(levels: Sequence[Sequence[Level]], uses: Sequence[tuple[int, bytes, int]]) -> dict[str, dict[int, bytes]]:
    """The lists, and their uses: the list's number, the changes as bytes and how many they are."""
    heads = b"".join(
        struct.pack("<i4x9HBx", number, *[0xFFF] * 9, int(len(one) == 1)) for number, one in enumerate(levels)
    )
    plain = b"".join(struct.pack("<i8xB3x", number, count) for number, _, count in uses)
    changed = b"".join(struct.pack("<I", 0xFFFFFFFF) + changes for _, changes, _ in uses)
    full = [*(level.bytes() for one in levels for level in one)]
    return {
        "parts": {73: struct.pack("<H", len(levels)) + heads, 74: struct.pack("<I", len(uses)) + plain + changed},
        "behind": {73: b"".join(full)},
    }


def record(kind: int, inside: bytes, instance: int = 0) -> bytes:
    """One record of a drawing."""
    return struct.pack("<HHI", instance << 4 | 15, kind, len(inside)) + inside


def ole(streams: dict[str, bytes], *, small: bool = True) -> bytes:
    """A compound file with these streams below its root; those under 4096 bytes go into small sectors."""
    sectors: list[bytes] = []
    fat: list[int] = []

    def put(data: bytes) -> int:
        if not data:
            return END
        first, count = len(sectors), -(-len(data) // SECTOR)
        sectors.extend(data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR))
        fat.extend([*range(first + 1, first + count), END])
        return first

    mini, mini_fat, entries = bytearray(), list[int](), list[bytes]()
    for number, (name, data) in enumerate(streams.items(), start=1):
        if small and len(data) < 4096:
            first, count = len(mini_fat), -(-len(data) // 64)
            mini += data.ljust(count * 64, b"\0")
            mini_fat.extend([*range(first + 1, first + count), END] if count else [])
        else:
            first, data = put(data), data.ljust(4096, b"\0")
            if len(data) > len(streams[name]):
                first = put(data)
        after = number + 1 if number < len(streams) else FREE
        entries.append(_entry(name, 2, (FREE, after, FREE), first, len(data)))
    root = _entry("Root Entry", 5, (FREE, FREE, 1 if streams else FREE), put(bytes(mini)), len(mini))
    directory = put(b"".join([root, *entries]))
    mini_at = put(struct.pack(f"<{len(mini_fat)}I", *mini_fat).ljust(-(-4 * len(mini_fat) // SECTOR) * SECTOR, b"\xff"))
    count = 1
    while count * 128 < len(fat) + count:
        count += 1
    places = list(range(len(sectors), len(sectors) + count))
    fat += [FAT_SECTOR] * count
    packed = struct.pack(f"<{len(fat)}I", *fat).ljust(count * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, count, directory, 0, 4096, mini_at, int(bool(mini_fat)), END, 0)
    head += struct.pack(f"<{count}I", *places)
    return head.ljust(SECTOR, b"\xff") + b"".join(sectors) + packed


def _entry(name: str, kind: int, links: tuple[int, int, int], first: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    return raw.ljust(64, b"\0") + struct.pack("<HBBIII36xII4x", len(raw) + 2, kind, 1, *links, first, size)
