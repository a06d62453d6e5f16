"""How figures are shown in a message, and whether a slip of the pen explains a difference."""

from collections.abc import Iterable, Sequence

from desktop.checking.observations.amounts import Amount


def shown(amount: Amount, text: str) -> str:
    """The number of ``amount`` as written, without its unit."""
    words = text[amount.start : amount.end]
    at = words.rfind(amount.unit)
    return words[:at] if at > 0 else words


def plain(value: float) -> str:
    """A figure without needless zeros: 216, 3.5, 4.12万."""
    if value >= 1e4 and round(value) % 100 == 0:
        return f"{value / 1e4:.8g}万"
    return f"{value:.0f}" if abs(value - round(value)) < 1e-9 else f"{value:.4g}"


def added(parts: Sequence[Amount], text: str) -> str:
    """742＋524＝1266: the parts as written and their sum; bounds make the sum 约."""
    total = sum(one.value for one in parts)
    about = "" if all(one.exact for one in parts) else "约"
    return "＋".join(shown(one, text) for one in parts) + f"＝{about}{plain(total)}"


def slip_explains(whole: Amount, parts: Iterable[Amount]) -> bool:
    """Whether one digit changed, or two neighbouring digits exchanged, in one figure makes the sum right."""
    figures = list(parts)
    total = sum(one.low for one in figures)
    if any(not one.exact for one in figures) or total % 1 or whole.low % 1:
        return False
    if whole.low >= 10 and is_slip(int(whole.low), int(total)):
        return True
    return any(is_slip(int(one.low), int(one.low + whole.low - total)) for one in figures if one.low >= 10)


def exchange_explains(whole: Amount, parts: Iterable[Amount]) -> bool:
    """Whether two neighbouring digits exchanged, in the whole or in one part, make the sum right."""
    figures = list(parts)
    total = sum(one.low for one in figures)
    if any(not one.exact for one in figures) or total % 1 or whole.low % 1:
        return False
    if is_exchange(int(whole.low), int(total)):
        return True
    return any(is_exchange(int(one.low), int(one.low + whole.low - total)) for one in figures if one.low >= 10)


def is_slip(one: int, other: int) -> bool:
    """Whether two numbers differ by one digit, or by two neighbouring digits exchanged."""
    first, second = str(one), str(other)
    if one == other or len(first) != len(second):
        return False
    apart = [index for index, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(apart) == 1:
        return True
    return is_exchange(one, other)


def is_exchange(one: int, other: int) -> bool:
    """Whether two numbers differ by two neighbouring digits exchanged: 1642 and 1624."""
    # Digits in another order leave a difference of nines; most pairs of figures are told apart by this alone.
    if one == other or (one - other) % 9:
        return False
    first, second = str(one), str(other)
    apart = [index for index, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    low, high = apart
    return first[low] == second[high] and first[high] == second[low]
