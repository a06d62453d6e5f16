"""Makes broken and hostile files of sound ones, all drawn from one random generator: a seed says it all."""

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, bytes], bytes]

LARGEST = 24_000_000
LENGTHS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)
_NUMBER = re.compile(rb"\d{1,9}")
_TAG = re.compile(rb"<[A-Za-z][^<>]{0,300}>")
_MARKS = (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"/Length", b"obj", b"\\u", b"{\\")
_RICH_RUN = b"<w:r><w:rPr><w:b/></w:rPr><w:t>\xe6\xb3\x95</w:t></w:r>"


def mutate(random: Random, data: bytes) -> bytes:
    """``data`` after one to three mutations that fit it, LARGEST bytes at most."""
    inside = OF_ZIPS if data.startswith(b"PK") else OF_WORDS if _is_text(data) else OF_BYTES
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        chosen = random.choice(inside if random.random() < 0.7 else OF_BYTES)
        try:
            data = chosen(random, data)
        except Exception:  # what is already broken may be past this mutation
            data = cut(random, data)
        data = data[:LARGEST]
        if not data:
            return b""
    return data


def _is_text(data: bytes) -> bool:
    return b"\x00" not in data[:1000] and len(data[:400].decode("utf-8", "ignore")) * 2 < len(data[:400])


def _place(random: Random, data: bytes) -> int:
    return random.randrange(max(len(data), 1))


def flip(random: Random, data: bytes) -> bytes:
    """Some bits the other way round."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 4, 32))):
        changed[_place(random, data)] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(random: Random, data: bytes) -> bytes:
    """The beginning, the end, or all but a piece."""
    start, end = sorted((_place(random, data), _place(random, data)))
    return random.choice((data[:end], data[start:], data[:start] + data[end:]))


def overwrite(random: Random, data: bytes) -> bytes:
    """A stretch of one byte, or of noise."""
    at, length = _place(random, data), random.choice((1, 8, 64, 512))
    filled = random.choice((bytes(length), b"\xff" * length, random.randbytes(length), b"A" * length))
    return data[:at] + filled + data[at + length :]


def swap(random: Random, data: bytes) -> bytes:
    """Two stretches in each other's place."""
    one, two, length = _place(random, data), _place(random, data), random.choice((4, 64, 512))
    one, two = sorted((one, max(two, one + length)))
    return (
        data[:one]
        + data[two : two + length]
        + data[one + length : two]
        + data[one : one + length]
        + data[two + length :]
    )


def repeat(random: Random, data: bytes) -> bytes:
    """A stretch many times over."""
    at, length = _place(random, data), random.choice((16, 256, 4096))
    piece = data[at : at + length]
    return data[:at] + piece * random.choice((2, 10, 300)) + data[at:]


def lie_about_length(random: Random, data: bytes) -> bytes:
    """A number of two or four bytes, near a mark where lengths stand if there is one, made extreme."""
    mark = random.choice(_MARKS)
    places = [found.start() for found in re.finditer(re.escape(mark), data)]
    at = (random.choice(places) + random.randrange(46)) if places else _place(random, data)
    number = random.choice(LENGTHS)
    packed = struct.pack("<I", number) if random.random() < 0.5 else struct.pack("<H", number & 0xFFFF)
    return data[:at] + packed + data[at + len(packed) :]


def change_numbers(random: Random, data: bytes) -> bytes:
    """Numbers written in digits become absurd ones."""
    share = random.choice((0.002, 0.02, 0.3))

    def other(found: re.Match[bytes]) -> bytes:
        if random.random() > share:
            return found[0]
        return random.choice((b"0", b"-1", b"4294967295", b"99999999999999", b"65536", b"7"))

    return _NUMBER.sub(other, data)


def nest(random: Random, data: bytes) -> bytes:
    """Brackets, groups or elements opened very many times."""
    opening = random.choice(
        (b"{\\b ", b"<div>", b"<table><tr><td>", b"<w:sdt><w:sdtContent>", b"[", b"<<", b"(", b"<span>")
    )
    at = _place(random, data)
    return data[:at] + opening * random.choice((200, 5_000, 100_000)) + data[at:]


def nest_elements(random: Random, data: bytes) -> bytes:
    """One of the file's own elements inside itself, over and over."""
    found = _TAG.findall(data)
    tag = random.choice(found) if found else b"<x>"
    name = tag[1:].split(None, 1)[0].rstrip(b"/>")
    depth = random.choice((100, 240, 255, 3_000, 50_000))
    at = data.find(tag)
    inside = tag.replace(b"/>", b">") * depth
    closing = b"</" + name + b">"
    return data[:at] + inside + (closing * depth if random.random() < 0.8 else b"") + data[at:]


def lengthen(random: Random, data: bytes) -> bytes:
    """Very many small elements, attributes, blanks or rows where one was."""
    at = max(data.find(random.choice((b"<w:p", b"<p", b"<text:p", b"\\par", b"</w:body>", b"<"))), 0)
    count = random.choice((1_000, 50_000, 400_000))
    piece = random.choice(
        (b"<w:p/>", b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", b" ", b"\\par ", _RICH_RUN, b"\xe6\xb3\x95")
    )
    return data[:at] + piece * min(count, 20_000_000 // len(piece)) + data[at:]


def crowd_attributes(random: Random, data: bytes) -> bytes:
    """An element with very many attributes."""
    at = max(data.find(b" ", data.find(b"<w:") + 1), 0)
    crowd = b"".join(b' a%d="%d"' % (number, number) for number in range(random.choice((100, 20_000))))
    return data[:at] + crowd + data[at:]


def declare_entities(random: Random, data: bytes) -> bytes:
    """Entities that grow, or that name a file, before the root element."""
    at = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    growing = b"".join(b'<!ENTITY e%d "%s">' % (one, b"&e%d;" % (one - 1) * 10) for one in range(1, 9))
    outside = b'<!ENTITY e SYSTEM "file:///etc/hostname">'
    entity = random.choice((b'<!ENTITY e0 "x">' + growing, outside))
    before = random.choice((b"", b"<!--" + b"x" * 5000 + b"-->"))
    return data[:at] + before + b"<!DOCTYPE d [" + entity + b"]>" + data[at:]


OF_BYTES: tuple[Mutation, ...] = (
    *(flip, cut, overwrite, swap, repeat, lie_about_length, change_numbers, nest, nest_elements),
    *(lengthen, declare_entities),
)
OF_PARTS: tuple[Mutation, ...] = (*OF_BYTES, crowd_attributes, nest_elements, lengthen)


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        warnings.simplefilter("ignore")  # two parts of one name are what is wanted
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 1)
    return target.getvalue()


def damage_part(random: Random, data: bytes) -> bytes:
    """One part damaged inside a sound zip file; mostly one with words."""
    parts = _parts(data)
    wordy = [at for at, (name, _) in enumerate(parts) if re.search("document|content|Content|styles|numbering", name)]
    at = random.choice(wordy) if wordy and random.random() < 0.8 else random.randrange(len(parts))
    name, content = parts[at]
    parts[at] = (name, random.choice(OF_PARTS)(random, content) if content else b"x")
    return _packed(parts)


def swap_parts(random: Random, data: bytes) -> bytes:
    """Two parts under each other's name."""
    parts = _parts(data)
    one, two = random.randrange(len(parts)), random.randrange(len(parts))
    (name_one, content_one), (name_two, content_two) = parts[one], parts[two]
    parts[one], parts[two] = (name_one, content_two), (name_two, content_one)
    return _packed(parts)


def drop_part(random: Random, data: bytes) -> bytes:
    """A part less."""
    parts = _parts(data)
    del parts[random.randrange(len(parts))]
    return _packed(parts)


def double_part(random: Random, data: bytes) -> bytes:
    """A part twice, the second time the same, damaged or under a name in capitals."""
    parts = _parts(data)
    name, content = random.choice(parts)
    again = random.choice((content, flip(random, content) if content else b"", b"<x/>"))
    parts.append((random.choice((name, name.upper())), again))
    return _packed(parts)


def burst(random: Random, data: bytes) -> bytes:
    """A part that unpacks to very much more than it is packed."""
    parts = _parts(data)
    at = random.randrange(len(parts))
    name, content = parts[at]
    size = random.choice((3_000_000, 30_000_000, 36_000_000))
    filler = random.choice((b" ", b"<w:p/>", b"<x a=''/>", b"\x00", "法".encode()))
    half = len(content) // 2
    parts[at] = (name, content[:half] + filler * (size // len(filler)) + content[half:])
    return _packed(parts)


def add_crowd(random: Random, data: bytes) -> bytes:
    """Very many small parts."""
    count = random.choice((500, 11_000))
    return _packed([*_parts(data), *((f"word/x{number}.xml", b"") for number in range(count))])


def overlap(random: Random, data: bytes) -> bytes:
    """Directory entries that point at another part's bytes."""
    changed = bytearray(data)
    places = [found.start() for found in re.finditer(b"PK\x01\x02", data)]
    one, two = random.choice(places), random.choice(places)
    changed[one + 42 : one + 46] = data[two + 42 : two + 46]
    if random.random() < 0.5:
        changed[one + 20 : one + 28] = data[two + 20 : two + 28]
    return bytes(changed)


def lie_in_directory(random: Random, data: bytes) -> bytes:
    """Sizes, flags, methods and name lengths in the directory that are not so."""
    changed = bytearray(data)
    places = [found.start() for found in re.finditer(b"PK\x01\x02", data)]
    at = random.choice(places) + random.choice((8, 10, 20, 24, 28, 30, 32, 42))
    changed[at : at + 2] = struct.pack("<H", random.choice(LENGTHS) & 0xFFFF)
    return bytes(changed)


OF_ZIPS: tuple[Mutation, ...] = (
    *(damage_part, damage_part, damage_part, damage_part, swap_parts, drop_part, double_part, burst),
    *(add_crowd, overlap, lie_in_directory),
)


def strew_signs(random: Random, data: bytes) -> bytes:
    """Signs that mean something to the readers, strewn among the words."""
    words = data.decode("utf-8", "replace")
    sign = random.choice(_SIGNS) * random.choice((1, 1, 1, 40, 5_000))
    for _ in range(random.choice((1, 5, 50))):
        at = random.randrange(len(words) + 1)
        words = words[:at] + sign + words[at:]
    return words.encode("utf-8", "replace")


def refold(random: Random, data: bytes) -> bytes:
    """Every line broken at one width, or all of them joined."""
    words = data.decode("utf-8", "replace")
    width = random.choice((0, 1, 17, 38))
    if not width:
        return words.replace("\n", "").encode()
    return "\n".join(words[at : at + width] for at in range(0, len(words), width)).encode()


def shuffle_lines(random: Random, data: bytes) -> bytes:
    """The lines in another order, some many times."""
    lines = data.decode("utf-8", "replace").split("\n")
    random.shuffle(lines)
    return "\n".join(lines * random.choice((1, 1, 30))).encode()


_SIGNS = (
    *("\t", "\f", "\n\n", "（", "）", "《", "一、", "1.", "①", "第一部分", "2022年", "\ufeff", "\u2028"),
    *("\x07", "😀", "\u3000", "……", "— 1 —"),
)
OF_WORDS: tuple[Mutation, ...] = (strew_signs, refold, shuffle_lines, repeat, nest, lengthen)
