"""OFD files (GB/T 33190): package → lines. What is drawn on each page is read from top to bottom.

In: the text of every page, of the templates one page uses, and of composite objects; all documents of the file,
one after the other. Out, and told: stamps, annotations, attachments, text that cannot be seen, text at an angle.
Out: templates that several pages share, running heads and page numbers. An encrypted file is refused.
"""

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.lines import Line
from desktop.reading.ofd_page import Drawing
from desktop.reading.ofd_xml import POINTS, Matrix, local, numbers, then
from desktop.reading.package import Package, open_package
from desktop.reading.page_layout import lines_of_pages
from desktop.reading.page_runs import Drawings, Page

MAIN = "OFD.xml"
STAMPED = "文件盖有电子印章或数字签名，印章上的文字没有列入检查"
HIDDEN = "文稿中有隐藏文字{}字，没有列入检查，公开前请处理"
TURNED = "文件里有斜放的文字（如水印）{}字，没有列入检查"
SCANNED = "第{}页是图片，里面的文字读不出来，没有列入检查"
OTHERS = "没有列入检查的还有："
_OTHERS = (("pictures", "图片{}张"), ("annotations", "注释{}处"), ("attachments", "附件{}个"))
SEVERAL = "文件里有{}份文档，按先后顺序接在一起检查"
STRANGE = "部分文字没有对应的文字编码，读出来可能是乱码，请对照原文"
_ENCRYPTED = "已加密，打不开；请在制作它的软件中解除加密，或打开它的 Word 原稿再试。"
_DAMAGED = "不完整或已损坏，读不出内容；请重新复制或下载一份，或打开它的 Word 原稿再试。"
_TOO_LARGE = "页数或内容多得不正常，为安全起见没有打开；请把正文复制到一个新的 .docx 文件里再试。"
_MOST_PAGES = 3000
_MOST_SIGNS = 1_000_000
_SCAN_SIGNS = 20
_SCAN_SHARE = 0.5
_STRANGE_SHARE = 0.02
_A4 = (210.0 * POINTS, 297.0 * POINTS)
_IN_POINTS: Matrix = (POINTS, 0.0, 0.0, POINTS, 0.0, 0.0)


def read_ofd_bytes(data: bytes) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of an OFD file with these bytes, and what to tell the user; raises DraftError."""
    return read_ofd(open_package(data))


def read_ofd(package: Package) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of an OFD file, and what to tell the user.

    Raises DraftError when the file is encrypted, damaged or made to burst.
    """
    if any(posixpath.basename(name).lower() == "encryptions.xml" for name in package.names):
        raise DraftError(_ENCRYPTED)
    root = package.xml(MAIN)
    bodies = [one for one in root if local(one) == "DocBody"] if root is not None else []
    roots = [path for body in bodies if (path := _text(body, "DocRoot"))]
    if not roots:
        raise DraftError(_DAMAGED)
    reading = _Reading(package)
    lines: list[Line] = []
    for path in roots:
        lines += lines_of_pages(reading.document(reading.resolved(path, "")))
    stamped = any(_signed(reading, body) for body in bodies)
    return lines, tuple(_notices(reading, lines, stamped, len(roots)))


def _signed(reading: "_Reading", body: etree._Element) -> bool:
    path = _text(body, "Signatures")
    listed = reading.package.xml(reading.resolved(path, "")) if path else None
    return listed is not None and any(local(one) == "Signature" for one in listed.iter())


def _notices(reading: "_Reading", lines: list[Line], stamped: bool, documents: int) -> Iterator[str]:
    seen = reading.seen
    signs = sum(len(line.text) for line in lines)
    strange = sum("\ue000" <= sign <= "\uf8ff" or sign == "\ufffd" for line in lines for sign in line.text)
    if documents > 1:
        yield SEVERAL.format(documents)
    if reading.scanned:
        yield SCANNED.format("、".join(map(str, reading.scanned)))
    if stamped:
        yield STAMPED
    if seen["unseen"]:
        yield HIDDEN.format(seen["unseen"])
    if seen["turned"]:
        yield TURNED.format(seen["turned"])
    others = [words.format(seen[name]) for name, words in _OTHERS if seen[name]]
    if others:
        yield OTHERS + "、".join(others)
    if strange > _STRANGE_SHARE * signs:
        yield STRANGE


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return next((one for one in element if local(one) == name), None) if element is not None else None


def _text(element: etree._Element | None, name: str) -> str:
    one = _child(element, name)
    return (one.text or "").strip() if one is not None else ""


@dataclass
class _Reading:
    """One reading of a file: its parts by name, and what was left out on the way."""

    package: Package
    seen: Counter[str] = field(default_factory=Counter)
    scanned: list[int] = field(default_factory=list)
    _pages: int = 0
    _signs: int = 0
    _units: dict[str, etree._Element] = field(default_factory=dict)

    def resolved(self, path: str, beside: str) -> str:
        """The name of the part at ``path``, which is counted from the root or from the folder of ``beside``."""
        path = path.replace("\\", "/")
        whole = path if path.startswith("/") else posixpath.join(posixpath.dirname(beside), path)
        return posixpath.normpath("/" + whole).lstrip("/")

    def document(self, name: str) -> list[Page]:
        """The pages of the document described in the part ``name``."""
        root = self.package.xml(name)
        listed = _child(root, "Pages")
        if root is None or listed is None:
            raise DraftError(_DAMAGED)
        common = _child(root, "CommonData")
        self._units = {}
        for one in common if common is not None else ():
            if local(one) in ("PublicRes", "DocumentRes"):
                self._resources(self.resolved((one.text or "").strip(), name))
        paths = [path for page in listed if local(page) == "Page" and (path := page.get("BaseLoc"))]
        self._pages += len(paths)
        if self._pages > _MOST_PAGES:
            raise DraftError(_TOO_LARGE)
        self._count_beside(root, name)
        roots = [(self.resolved(path, name), self.package.xml(self.resolved(path, name))) for path in paths]
        templates = self._templates(common, name, Counter(use for _, page in roots for use in _uses(page)))
        size = _size(_child(common, "PageArea")) or _A4
        first = self._pages - len(paths) + 1
        return [
            self._page(page, part, (templates, size), number)
            for number, (part, page) in enumerate(roots, first)
            if page is not None
        ]

    def _templates(self, common: etree._Element | None, name: str, uses: Counter[str]) -> dict[str, etree._Element]:
        """The templates whose text belongs to a page: those that one page alone uses."""
        found = {}
        for one in common if common is not None else ():
            key, path = one.get("ID"), one.get("BaseLoc")
            if local(one) == "TemplatePage" and key and path and uses[key] == 1:
                root = self.package.xml(self.resolved(path, name))
                if root is not None:
                    found[key] = root
        return found

    def _count_beside(self, root: etree._Element, name: str) -> None:
        """Count what stands beside the pages: annotations and attachments."""
        for part, element, key in (
            ("Annotations", "Page", "annotations"),
            ("Attachments", "Attachment", "attachments"),
        ):
            path = _text(root, part)
            listed = self.package.xml(self.resolved(path, name)) if path else None
            for one in listed.iter() if listed is not None else ():
                if local(one) != element:
                    continue
                if key == "attachments":
                    self.seen[key] += 1
                    continue
                file = _text(one, "FileLoc")
                held = self.package.xml(self.resolved(file, self.resolved(path, name))) if file else None
                self.seen[key] += sum(local(annot) == "Annot" for annot in held.iter()) if held is not None else 0

    def _resources(self, name: str) -> None:
        """Learn the composite objects of a resource part."""
        root = self.package.xml(name)
        for one in root.iter() if root is not None else ():
            key = one.get("ID")
            content = _child(one, "Content") if local(one) == "CompositeGraphicUnit" else None
            if key and content is not None:
                self._units[key] = content

    def _page(
        self,
        root: etree._Element,
        part: str,
        shared: tuple[dict[str, etree._Element], tuple[float, float]],
        number: int,
    ) -> Page:
        templates, size = shared
        for one in root:
            if local(one) == "PageRes":
                self._resources(self.resolved((one.text or "").strip(), part))
        wide, high = _size(_child(root, "Area")) or size
        contents = [templates[use] for use in _uses(root) if use in templates] + [root]
        drawing = self._drawn(contents, _IN_POINTS)
        self._signs += drawing.signs
        if self._signs > _MOST_SIGNS:
            raise DraftError(_TOO_LARGE)
        quarter = drawing.quarters.most_common(1)[0][0] if drawing.quarters else 0
        if quarter:
            drawing = self._drawn(contents, then(_IN_POINTS, _back(quarter, wide, high)))
            wide, high = (wide, high) if quarter == 2 else (high, wide)
        covered = drawing.covered / (wide * high)
        signs, unseen = (sum(len(run.text) for run in runs) for runs in (drawing.runs, drawing.unseen))
        recognised = bool(unseen) and covered > _SCAN_SHARE
        if not recognised and covered > _SCAN_SHARE and signs < _SCAN_SIGNS:
            self.scanned.append(number)
            drawing.pictures -= 1
        elif not recognised:
            self.seen["unseen"] += unseen
        self.seen["pictures"] += 0 if recognised else drawing.pictures
        self.seen["turned"] += drawing.turned
        runs = (*drawing.runs, *drawing.unseen) if recognised else tuple(drawing.runs)
        return Page(number, wide, high, runs, Drawings(tuple(drawing.across), tuple(drawing.down)))

    def _drawn(self, contents: list[etree._Element], outer: Matrix) -> Drawing:
        drawing = Drawing(self._units.get)
        for root in contents:
            content = _child(root, "Content")
            if content is not None:
                drawing.add(content, outer)
        return drawing


def _uses(page: etree._Element | None) -> list[str]:
    """The ids of the templates a page uses."""
    return [one.get("TemplateID", "") for one in page if local(one) == "Template"] if page is not None else []


def _size(area: etree._Element | None) -> tuple[float, float] | None:
    """Width and height of a page in points."""
    box = numbers(_text(area, "PhysicalBox"))
    return (box[2] * POINTS, box[3] * POINTS) if len(box) == 4 and box[2] > 1 and box[3] > 1 else None


def _back(quarter: int, wide: float, high: float) -> Matrix:
    """The matrix that turns a page upright whose text is set with ``quarter`` quarter turns."""
    return {
        1: (0.0, -1.0, 1.0, 0.0, 0.0, wide),
        2: (-1.0, 0.0, 0.0, -1.0, wide, high),
        3: (0.0, 1.0, -1.0, 0.0, high, 0.0),
    }[quarter]
