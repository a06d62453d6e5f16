"""OpenDocument texts written by hand, so that a test shows the very XML it is about."""

from .word_file import packed

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_SPACES += (
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
TYPE = b"application/vnd.oasis.opendocument.text"


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1, style: str = "Heading") -> str:
    return f'<text:h text:style-name="{style}" text:outline-level="{level}">{text}</text:h>'


def style(name: str, inside: str = "", family: str = "paragraph", more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{inside}</style:style>'


def hidden(name: str, family: str = "text") -> str:
    return style(name, '<style:text-properties text:display="none"/>', family)


def numbered(name: str, *levels: str) -> str:
    """A list style; each level is its attributes."""
    inside = "".join(
        f'<text:list-level-style-number text:level="{at}" {level}/>' for at, level in enumerate(levels, start=1)
    )
    return f'<text:list-style style:name="{name}">{inside}</text:list-style>'


def items(style_name: str, *texts: str, more: str = "") -> str:
    inside = "".join(f"<text:list-item>{p(text)}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style_name}" {more}>{inside}</text:list>'


def content(body: str, automatic: str = "", root: str = "document-content", common: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {_SPACES}><office:styles>{common}</office:styles>'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:{root}>"
    )


def odt(body: str, automatic: str = "", common: str = "", master: str = "", **parts: bytes) -> bytes:
    """The bytes of a text; ``common`` are its named styles, ``master`` its headers and footers."""
    styles = (
        f"<office:document-styles {_SPACES}><office:styles>{common}</office:styles>"
        f"<office:master-styles>{master}</office:master-styles></office:document-styles>"
    )
    files = {"mimetype": TYPE, "content.xml": content(body, automatic).encode(), "styles.xml": styles.encode()}
    return packed(files | {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()})
