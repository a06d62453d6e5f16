"""Word 2003's XML (WordprocessingML) said again in the words of .docx, whose reader then reads it.

The two differ in their namespace, in the names of a few elements, in how revisions are marked and in how lists are
defined; everything else has stayed the same.
"""

from collections.abc import Iterable

from lxml import etree

OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
NEW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ANNOTATIONS = "{http://schemas.microsoft.com/aml/2001/core}"
_RENAMED = {"vmerge": "vMerge", "listPr": "numPr", "ilfo": "numId"}
_OUT = frozenset({"footnote", "endnote", "hdr", "ftr", "binData", "sectPr", "docOleData"})
_REVISIONS = {"Word.Insertion": "ins", "Word.Deletion": "del"}
_FORMATS = {
    **{0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital"},
    **{11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2"},
    **{22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen"},
    **{28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional"},
    **{31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional"},
    **{35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting"},
    **{38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none"},
}


def parts_of(root: etree._Element) -> dict[str, bytes]:
    """The parts of a .docx that say what the Word 2003 document ``root`` says, by their names."""
    document = etree.Element(_new("document"), nsmap={"w": NEW})
    body = root.find(f"{{{OLD}}}body")
    if body is not None:
        _copy(body, etree.SubElement(document, _new("body")))
    found = {"word/document.xml": document, "word/numbering.xml": _numbering(root.find(f"{{{OLD}}}lists"))}
    styles = root.find(f"{{{OLD}}}styles")
    if styles is not None:
        found["word/styles.xml"] = etree.Element(_new("styles"), nsmap={"w": NEW})
        _copy(styles, found["word/styles.xml"])
    return {name: etree.tostring(element) for name, element in found.items()}


def _new(name: str) -> str:
    return f"{{{NEW}}}{name}"


def _copy(source: Iterable[etree._Element], target: etree._Element) -> None:
    """Copy what stands below ``source`` to ``target``, in new words; wrappers of other makers' are opened."""
    for element in source:
        space, _, name = str(element.tag)[1:].partition("}")
        if element.tag == _ANNOTATIONS + "annotation":
            _copy_annotation(element, target)
        elif space == OLD and name not in _OUT:
            copied = etree.SubElement(target, _new(_RENAMED.get(name, name)))
            copied.text = element.text
            for key, value in element.attrib.items():
                copied.set(str(key).replace(OLD, NEW), value)
            _copy(element, copied)
        elif space != OLD:
            _copy(element, target)


def _copy_annotation(element: etree._Element, target: etree._Element) -> None:
    """A revision becomes an insertion or a deletion; comments and bookmarks are left out."""
    kind = str(element.get(f"{{{OLD}}}type", ""))
    content = element.find(_ANNOTATIONS + "content")
    if kind in _REVISIONS:
        target = etree.SubElement(target, _new(_REVISIONS[kind]))
    if content is not None and kind != "Word.Comment":
        _copy(content, target)


def _numbering(lists: etree._Element | None) -> etree._Element:
    """The list definitions as a .docx has them."""
    target = etree.Element(_new("numbering"), nsmap={"w": NEW})
    if lists is None:
        return target
    for one in lists.iterfind(f"{{{OLD}}}listDef"):
        listed = etree.SubElement(target, _new("abstractNum"))
        listed.set(_new("abstractNumId"), _attribute(one, "listDefId"))
        for level in one.iterfind(f"{{{OLD}}}lvl"):
            _copy_level(level, listed)
    for one in lists.iterfind(f"{{{OLD}}}list"):
        number = etree.SubElement(target, _new("num"))
        number.set(_new("numId"), _attribute(one, "ilfo"))
        _say(number, "abstractNumId", _attribute(one.find(f"{{{OLD}}}ilst"), "val"))
        for override in one.iterfind(f"{{{OLD}}}lvlOverride"):
            copied = etree.SubElement(number, _new("lvlOverride"))
            copied.set(_new("ilvl"), _attribute(override, "ilvl"))
            start = override.find(f"{{{OLD}}}startOverride")
            if start is not None:
                _say(copied, "startOverride", _attribute(start, "val"))
    return target


def _copy_level(level: etree._Element, listed: etree._Element) -> None:
    copied = etree.SubElement(listed, _new("lvl"))
    copied.set(_new("ilvl"), _attribute(level, "ilvl"))
    code = _attribute(level.find(f"{{{OLD}}}nfc"), "val")
    kind = _FORMATS.get(int(code) if code.isdecimal() and len(code) < 4 else 0, "decimal")
    _say(copied, "numFmt", kind)
    for name in ("start", "lvlText", "pStyle", "isLgl"):
        element = level.find(f"{{{OLD}}}{name}")
        if element is not None:
            _say(copied, name, "" if name == "lvlText" and kind == "none" else _attribute(element, "val") or "on")


def _say(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, _new(name)).set(_new("val"), value)


def _attribute(element: etree._Element | None, name: str) -> str:
    return str(element.get(f"{{{OLD}}}{name}", "")) if element is not None else ""
