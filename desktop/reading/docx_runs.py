"""The words of one Word paragraph: runs, fields, revisions, symbols and what is anchored among them."""

from lxml import etree

from desktop.reading.docx_names import NAMES, child, chosen, switched_on, value
from desktop.reading.docx_seen import Seen
from desktop.reading.docx_styles import Styles
from desktop.reading.docx_symbols import symbol

OUT = frozenset(
    [
        *("delText", "delInstrText", "fldData", "binData", "rt", "annotationRef"),
        *("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rubyPr"),
        *("customXmlPr", "smartTagPr"),
    ]
)
"""Elements that hold no words of the document."""

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_COUNTED = {
    **{"commentReference": "comment", "footnoteReference": "footnote", "endnoteReference": "endnote"},
    **{"subDoc": "subdocument", "control": "object"},
}
_GRAPHICS = {"picture": "picture", "chart": "chart", "chartex": "chart", "diagram": "diagram"}


class Runs:
    """Reads paragraph after paragraph; fields may reach over several.

    After ``read``, ``boxes`` are the text boxes anchored in the paragraph, and ``plain`` is true where
    nothing in it can hold further paragraphs. ``may_hide`` is false where the whole document hides nothing.
    """

    def __init__(self, styles: Styles, seen: Seen, may_hide: bool) -> None:
        self.boxes: list[etree._Element] = []
        self.plain = True
        self._styles = styles
        self._seen = seen
        self._may_hide = may_hide
        self._pieces: list[str] = []
        self._fields: list[bool] = []
        self._codes = 0

    def read(self, paragraph: etree._Element, hidden: bool) -> str:
        """The words of ``paragraph``; line breaks as line feeds, page breaks as form feeds."""
        self._pieces, self.boxes, self.plain = [], [], True
        self._walk(paragraph, hidden)
        if self._fields:
            # No code ends in a later paragraph; a broken field must not eat on.
            self._fields = [False] * len(self._fields)
            self._codes = 0
        return "".join(self._pieces)

    def _walk(self, parent: etree._Element, hidden: bool) -> None:
        names = NAMES
        for element in parent:
            name = names[element.tag]
            if name != "r":
                self._special(element, name, hidden)
                continue
            hides = self._hides(element, hidden) if self._may_hide else hidden
            for inner in element:
                name = names[inner.tag]
                if name == "t":
                    if hides or self._codes:
                        self._put(inner.text, hides)
                    else:
                        self._pieces.append(inner.text or "")
                elif name != "rPr":
                    self._special(inner, name, hides)

    def _put(self, text: str | None, hidden: bool) -> None:
        if text and not self._codes:
            if hidden:
                self._seen.add("hidden", len(text.strip()))
            else:
                self._pieces.append(text)

    def _special(self, element: etree._Element, name: str, hidden: bool) -> None:
        """Anything that is neither a run nor its text."""
        if name in OUT:
            return
        if name in ("t", "m:t"):
            self._put(element.text, hidden)
        elif name in _SIGNS:
            self._put(_SIGNS[name], hidden)
        elif name == "br":
            self._put("\f" if value(element, "type") == "page" else "\n", hidden)
        elif name == "sym":
            self._put(symbol(value(element, "font"), value(element, "char")), hidden)
        elif name == "fldChar":
            self._field(value(element, "fldCharType"))
        elif name in _COUNTED:
            if not hidden and not self._codes:
                self._seen.add(_COUNTED[name])
        elif len(element):
            self.plain = False
            self._container(element, name, hidden)

    def _container(self, element: etree._Element, name: str, hidden: bool) -> None:
        if name in ("del", "moveFrom"):
            self._seen.add("revision")
        elif name == "txbxContent":
            if not hidden:
                self.boxes.append(element)
        elif name == "mc:AlternateContent":
            alternative = chosen(element)
            if alternative is not None:
                self._walk(alternative, hidden)
        elif name == "sdt" and is_unfilled(element):
            self._seen.add("unfilled")
        elif name == "object":
            self._seen.add("object")
        else:
            if name in ("ins", "moveTo"):
                self._seen.add("revision")
            elif name in ("drawing", "pict") and not hidden:
                self._look_at_drawing(element)
            self._walk(element, hidden)

    def _look_at_drawing(self, element: etree._Element) -> None:
        """Count the pictures, charts and diagrams of a drawing; those in its text boxes are met there."""
        for one in element:
            word = str(one.tag).rpartition("}")[2]
            if word == "txbxContent":
                continue
            if word == "graphicData":
                kind = _GRAPHICS.get(str(one.get("uri", "")).rpartition("/")[2])
                if kind is not None:
                    self._seen.add(kind)
                    continue
            if word in ("imagedata", "pic"):
                self._seen.add("picture")
            else:
                self._look_at_drawing(one)

    def _hides(self, run: etree._Element, hidden: bool) -> bool:
        properties = child(run, "rPr")
        if properties is None:
            return hidden
        switch = child(properties, "vanish")
        if switch is not None:
            return switched_on(switch)
        return hidden or self._styles.get(value(child(properties, "rStyle"))).hidden

    def _field(self, kind: str | None) -> None:
        """Keep track of where in a field the walk is: True while in its code."""
        if kind == "begin":
            self._fields.append(True)
            self._codes += 1
        elif kind == "separate" and self._fields:
            self._codes -= self._fields[-1]
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._codes -= self._fields.pop()


def is_unfilled(control: etree._Element) -> bool:
    """True for a content control that still shows what to write into it."""
    return switched_on(child(child(control, "sdtPr"), "showingPlcHdr"))
