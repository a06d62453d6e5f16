"""What the XML of OFD files is made of: names, numbers and matrices in attributes."""

import re

from lxml import etree

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f."""

UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
POINTS = 72 / 25.4
"""In a millimetre, the unit of OFD files."""

NUMBER = r"[-+]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][-+]?\d{1,2})?"
_NUMBER = re.compile(NUMBER)


def local(element: etree._Element) -> str:
    """The name of ``element`` without its namespace, whose address makers vary."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def numbers(text: str | None) -> list[float]:
    """The numbers in an attribute such as "0 0 210 297"."""
    return [float(one) for one in _NUMBER.findall(text or "")[:10_000]]


def matrix_of(text: str | None) -> Matrix:
    """The matrix an attribute gives; what is no matrix changes nothing."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else UPRIGHT


def then(inner: Matrix, outer: Matrix) -> Matrix:
    """First ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(place: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where the point ``x``, ``y`` comes to."""
    return place[0] * x + place[2] * y + place[4], place[1] * x + place[3] * y + place[5]
