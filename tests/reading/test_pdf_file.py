"""PDF files as a whole: what is read, what is said of the rest, and what is refused."""

import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfbase import ttfonts

from desktop.errors import DraftError, PasswordNeeded
from desktop.reading import ocr, pdf_file
from desktop.reading.draft import BlockKind
from desktop.reading.open_draft import draft_from_text, open_draft
from desktop.reading.pdf_file import read_pdf

from .pdf_paper import HEIGHT, LEFT, SENTENCES, SIZE, TOP, WIDTH, Drawing, at, paper, paragraphs, picture, together

ROOT = Path(__file__).resolve().parents[2]
SCAN = picture(20, 20, WIDTH - 40, HEIGHT - 40)


@pytest.fixture(autouse=True)
def _without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_pdf(data)[0]]


def test_the_same_words_make_the_same_draft_as_text_does(tmp_path: Path) -> None:
    body = ("一、主要举措和成效", *SENTENCES, "二、存在的问题", SENTENCES[1], "三、下一步打算", SENTENCES[2])
    path = tmp_path / "报告.bin"
    path.write_bytes(paper(paragraphs(*body[:4]), paragraphs(*body[4:])))
    draft, plain = open_draft(path), draft_from_text("\n".join(body))
    assert draft.text == plain.text
    assert draft.blocks == plain.blocks and draft.sections == plain.sections and draft.parts == plain.parts
    assert [block.page for block in draft.blocks] == [1] * 4 + [2] * 5


def test_a_place_without_section_is_named_by_its_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(paper(paragraphs(*SENTENCES[:2]), paragraphs(*SENTENCES[2:])))
    draft = open_draft(path)
    assert [draft.place(block.start) for block in draft.blocks] == ["第1页", "第1页", "第2页", "第2页"]
    assert draft_from_text("\n".join(SENTENCES)).place(0) == "第1段"


def test_a_table_row_keeps_its_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    rows = [("项目", "上年", "本年"), ("复议案件", "90", "86"), ("应诉案件", "15", "12")]
    table = [
        at(x, 420 - number * 28, text)
        for number, row in enumerate(rows)
        for x, text in zip((LEFT, 240, 400), row, strict=True)
    ]
    path.write_bytes(paper(paragraphs(*SENTENCES), together(*table)))
    blocks = [block for block in open_draft(path).blocks if block.kind is BlockKind.TABLE_ROW]
    assert [block.page for block in blocks] == [2, 2, 2]


def test_a_scan_is_refused_and_the_way_to_read_it_told() -> None:
    with pytest.raises(DraftError, match=r"^整份是扫描图片，没有可以检查的文字；.*扫描识别组件.*。$"):
        read_pdf(paper(SCAN, SCAN))


def test_scanned_pages_among_others_are_named() -> None:
    data = paper(paragraphs(*SENTENCES), SCAN, together(SCAN, at(LEFT, 60, "第3页")), paragraphs(SENTENCES[0]))
    lines, notices = read_pdf(data)
    assert [line.text for line in lines] == [*SENTENCES, SENTENCES[0]]
    assert len(notices) == 1 and notices[0].startswith("第2、3页是扫描图片，没有可以检查的文字；要读扫描件")


def test_a_scan_cut_into_strips() -> None:
    strips = [picture(0, bottom, WIDTH, 100) for bottom in range(0, 800, 100)]
    assert read_pdf(paper(paragraphs(*SENTENCES), together(*strips)))[1][0].startswith("第2页是扫描图片")


def test_a_small_picture_is_no_scan_but_counted() -> None:
    data = paper(together(paragraphs(*SENTENCES), picture(100, 100, 200, 150), picture(400, 100, 20, 20)))
    assert read_pdf(data)[1] == ("有1幅图片，图片里的文字没有检查",)


def test_words_recognised_behind_a_scan_are_read() -> None:
    def hidden(canvas: object) -> None:
        text = canvas.beginText(LEFT, TOP)  # type: ignore[attr-defined]
        text.setTextRenderMode(3)
        text.setFont("wqy", SIZE)
        text.textLine("某某市人民政府法治政府建设年度报告全文如下")
        canvas.drawText(text)  # type: ignore[attr-defined]

    lines, notices = read_pdf(paper(together(SCAN, hidden)))
    assert [line.text for line in lines] == ["某某市人民政府法治政府建设年度报告全文如下"]
    assert notices == ("第1页的文字是从扫描图片识别出来的，可能有错字，请对照原件",)


def test_unseen_words_among_others_are_left_out_and_told() -> None:
    def hidden(canvas: object) -> None:
        text = canvas.beginText(LEFT, 300)  # type: ignore[attr-defined]
        text.setTextRenderMode(3)
        text.textLine("内部资料请勿外传")
        canvas.drawText(text)  # type: ignore[attr-defined]

    lines, notices = read_pdf(paper(together(paragraphs(*SENTENCES), hidden, at(WIDTH + 50, 500, "纸外的字"))))
    assert [line.text for line in lines] == list(SENTENCES)
    assert notices == ("第1页有看不见的文字，没有列入检查",)


def test_a_slanting_watermark_is_left_out_and_told() -> None:
    def watermark(canvas: object) -> None:
        canvas.saveState()  # type: ignore[attr-defined]
        canvas.translate(150, 350)  # type: ignore[attr-defined]
        canvas.rotate(45)  # type: ignore[attr-defined]
        canvas.setFont("wqy", 60)  # type: ignore[attr-defined]
        canvas.drawString(0, 0, "征求意见稿")  # type: ignore[attr-defined]
        canvas.restoreState()  # type: ignore[attr-defined]

    lines, notices = read_pdf(paper(together(paragraphs(*SENTENCES), watermark)))
    assert [line.text for line in lines] == list(SENTENCES)
    assert notices == ("第1页有斜排或竖排的文字（如水印），没有列入检查",)


@pytest.mark.parametrize("turned_back", [True, False])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side(turn: int, turned_back: bool) -> None:
    def draw(canvas: object) -> None:
        # reportlab itself lays the sheet of a turned page on its side.
        across, high = (HEIGHT, WIDTH) if turned_back and turn != 180 else (WIDTH, HEIGHT)
        x, y = {90: (across, 0), 180: (across, high), 270: (0, high)}[turn]
        canvas.translate(x, y)  # type: ignore[attr-defined]
        canvas.rotate(turn)  # type: ignore[attr-defined]
        paragraphs(*SENTENCES, top=500)(canvas)  # type: ignore[arg-type]

    assert texts(paper(draw, rotate=turn if turned_back else 0)) == list(SENTENCES)


def test_a_page_cut_out_of_a_larger_sheet() -> None:
    def draw(canvas: object) -> None:
        canvas.setCropBox((60, 100, WIDTH - 20, HEIGHT - 20))  # type: ignore[attr-defined]
        together(paragraphs(*SENTENCES), at(LEFT, 50, "裁切线以外"))(canvas)  # type: ignore[arg-type]

    assert texts(paper(draw)) == list(SENTENCES)


def test_fonts_that_do_not_say_what_they_draw() -> None:
    data = paper(paragraphs(*SENTENCES))
    mute = re.sub(rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match[0]), data)
    assert mute != data
    with pytest.raises(DraftError, match="里的字体没有注明是哪些字，读不出文字"):
        read_pdf(mute)


@pytest.mark.parametrize("shift", [0.0, 0.4])
def test_bold_letters_made_by_printing_twice(shift: float) -> None:
    words = "一、依法全面履行政府职能情况"
    twice = together(at(LEFT, 500, words), at(LEFT + shift, 500 - shift, words))
    assert texts(paper(together(paragraphs(SENTENCES[0]), twice))) == [SENTENCES[0], words]


def test_bold_letters_printed_again_in_other_pieces() -> None:
    words = "一、依法全面履行政府职能情况"
    pieces = [at(LEFT + 0.4 + SIZE * start, 500, words[start:end]) for start, end in ((0, 5), (5, 9), (9, 14))]
    assert texts(paper(together(paragraphs(SENTENCES[0]), at(LEFT, 500, words), *pieces))) == [SENTENCES[0], words]


def test_bold_letters_printed_twice_one_by_one() -> None:
    words = "一、人人遵法守法，层层压实责任"
    letters = [at(LEFT + SIZE * number + shift, 500, sign) for number, sign in enumerate(words) for shift in (0.0, 0.3)]
    assert texts(paper(together(paragraphs(SENTENCES[0]), *letters))) == [SENTENCES[0], words]


def test_radicals_stand_for_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in files whose maker took the first character that has the drawing."""
    wrong = {ord(good): ord(bad) for good, bad in zip("一行工人民见", "⼀⾏⼯⼈⺠⻅", strict=True)}
    written = ttfonts.makeToUnicodeCMap
    monkeypatch.setattr(
        ttfonts, "makeToUnicodeCMap", lambda name, subset: written(name, [wrong.get(code, code) for code in subset])
    )
    words = "一、行政机关依法工作，人民群众见证，㎡与１２，。"
    data = paper(paragraphs(words))
    assert "⾏政机关" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert texts(data) == [words]


def test_characters_without_a_name_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    written = ttfonts.makeToUnicodeCMap
    monkeypatch.setattr(
        ttfonts,
        "makeToUnicodeCMap",
        lambda name, subset: written(name, [0xFFFD if code == ord("市") else code for code in subset]),
    )
    lines, notices = read_pdf(paper(paragraphs(*SENTENCES)))
    assert lines[0].text.startswith("\ufffd政府坚持")
    assert notices == ("有1个字的字体没有注明是哪个字，读不出来",)


def test_a_locked_file_asks_for_its_password(tmp_path: Path) -> None:
    path = tmp_path / "锁.pdf"
    path.write_bytes(paper(paragraphs(*SENTENCES), password="Mima2025"))
    with pytest.raises(PasswordNeeded, match="“锁.pdf”设了打开密码；请输入密码"):
        open_draft(path)
    with pytest.raises(PasswordNeeded, match="“锁.pdf”的密码不对；"):
        open_draft(path, password="mima2025")
    assert open_draft(path, password="Mima2025").text == "\n".join(SENTENCES)


def test_a_password_nobody_asked_for_does_no_harm() -> None:
    assert [line.text for line in read_pdf(paper(paragraphs(*SENTENCES)), "多余")[0]] == list(SENTENCES)


def test_too_many_pages_and_too_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    data = paper(paragraphs(SENTENCES[0]), paragraphs(SENTENCES[1]))
    with monkeypatch.context() as patch:
        patch.setattr(pdf_file, "MOST_PAGES", 1)
        with pytest.raises(DraftError, match="有2页，不像一份报告"):
            read_pdf(data)
    with monkeypatch.context() as patch:
        patch.setattr(pdf_file, "MOST_CHARACTERS", 100)
        with pytest.raises(DraftError, match="里的文字太多"):
            read_pdf(data)
    monkeypatch.setattr(pdf_file, "MOST_SECONDS", -1.0)
    with pytest.raises(DraftError, match="还没有读完，没有再读下去"):
        read_pdf(data)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 500, b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"]
)
def test_damaged_files(data: bytes) -> None:
    with pytest.raises(DraftError, match="不完整或已损坏"):
        read_pdf(data)


def test_nothing_on_the_page() -> None:
    assert read_pdf(paper(lambda canvas: None)) == ([], ())


def crowd(canvas: object) -> None:
    """A hundred thousand characters over each other, in all directions, and as many rulings as fit."""
    write = canvas._code.append  # type: ignore[attr-defined]
    canvas.setFont("Helvetica", 10)  # type: ignore[attr-defined]
    for number in range(3000):
        write(f"BT /F1 10 Tf {100 + number % 7} {300 + number % 11} Td (abcdefghij{number}klmnopqrst) Tj ET")
        write(f"{number % 97} {number % 89} m {number % 97 + 400} {number % 89} l S")


def nonsense(canvas: object) -> None:
    """Places and sizes that are no numbers a page can have."""
    write = canvas._code.append  # type: ignore[attr-defined]
    canvas.setFont("Helvetica", 10)  # type: ignore[attr-defined]
    for big in ("1e38", "-1e38", "99999999999999999999", "0.0000000001"):
        write(f"q {big} 0 0 {big} {big} {big} cm BT /F1 {big} Tf {big} {big} Td (abc) Tj ET 0 0 m {big} 0 l S Q")
        write(f"BT /F1 10 Tf {big} 500 Td (abcdef) Tj ET {big} 10 m 300 10 l S")


@pytest.mark.uncounted
@pytest.mark.parametrize("draw", [crowd, nonsense])
def test_pages_made_to_hurt(draw: Drawing) -> None:
    data = paper(together(draw, paragraphs(*SENTENCES)))
    began = time.process_time()
    lines, _ = read_pdf(data)
    assert time.process_time() - began < 60
    assert any(line.text == SENTENCES[0] for line in lines) or draw is crowd


def test_paper_of_no_size() -> None:
    data = paper(paragraphs(*SENTENCES))
    for box in (b"[0 0 0 0]", b"[0 0 9e9 9e9]", b"[-5 5 5 -5]"):
        changed = re.sub(rb"/MediaBox \[[^\]]*\]", b"/MediaBox " + box, data)
        assert changed != data
        read_pdf(changed)


_CHILD = """
import sys, time, random
from pathlib import Path
from desktop.errors import DraftError
from desktop.reading.pdf_file import read_pdf
data, seed = Path(sys.argv[1]).read_bytes(), int(sys.argv[2])
draw = random.Random(seed)
slowest = 0.0
for number in range(int(sys.argv[3])):
    bytes_ = bytearray(data)
    kind = number % 4
    if kind == 0:
        for _ in range(draw.randint(1, 40)):
            bytes_[draw.randrange(len(bytes_))] = draw.randrange(256)
    elif kind == 1:
        del bytes_[draw.randrange(len(bytes_)):]
    elif kind == 2:
        one, two, size = draw.randrange(len(bytes_)), draw.randrange(len(bytes_)), draw.randint(1, 3000)
        bytes_[one:one + size] = bytes_[two:two + size]
    else:
        digits = [at for at, sign in enumerate(bytes_[:6000] + bytes_[-6000:]) if 48 <= sign <= 57]
        for at in draw.sample(digits, min(20, len(digits))):
            at = at if at < 6000 else len(bytes_) - 12000 + at
            bytes_[at] = draw.choice(b"0123456789")
    began = time.process_time()
    try:
        read_pdf(bytes(bytes_))
    except DraftError as error:
        assert str(error).endswith("。"), error
    slowest = max(slowest, time.process_time() - began)
print(slowest)
"""


def test_mutilated_files_are_read_or_refused(tmp_path: Path) -> None:
    """In a process of its own, because what is hostile enough ends the process it is read in."""
    path = tmp_path / "a.pdf"
    path.write_bytes(paper(together(paragraphs(*SENTENCES), picture(100, 100, 50, 50)), paragraphs(*SENTENCES)))
    seed = str(random.Random(20210811).randrange(1000))
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(path), seed, "120"], cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 5
