"""What converters, field functions and copy-and-paste leave behind: {PAGE}, &nbsp;, <p>, 错误！未找到引用源, pages."""

from collections.abc import Iterator
from functools import lru_cache
from re import Pattern
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity
from desktop.packs.observation_model import ArtefactWords
from desktop.reading.draft import BlockKind

_KIND = "artefact"
_SIGNS = pattern("[{&<\\\\#\\[*`_%!\u00ad\ufffd\ue000-\uf8ff\u00c0-\u00ff□\x00-\x08\x0e-\x1f]")
_TAGS = (
    "p|br|div|span|font|a|b|i|u|s|em|strong|table|tr|td|th|tbody|thead|img|ul|li|ol|h[1-6]|section|article|center|script|style"
    "|html|head|body|hr|sup|sub|strike|input|meta|link|iframe|label|button|o:p|st1:[a-z]{1,20}|w:[a-z]{1,20}|v:[a-z]{1,20}"
)
_ENTITY = pattern(
    r"&(?:(?:nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|mdash|ndash|middot|hellip|times|emsp|ensp|thinsp|bull|copy|deg|yen)"
    r";?|#x?[0-9a-f]{1,6};)"
)
_TAG = pattern(rf"</?(?:{_TAGS})(?:/?>|[^<>\n\u4e00-\u9fff]{{0,200}}>)|<!--[^\n]{{0,200}}-->|<!doctype")
_TITLE = pattern(r"<[^<>《》\n]{1,60}>")
_ESCAPE = pattern(r"\\(?:[ntr](?![a-z])|u[0-9a-f]{4}|x[0-9a-f]{2}|[a-z]{3,20}[{\\])")
_MARKDOWN = pattern(r"\*\*[^*\n]{1,80}\*\*|!?\[[^\]\[\n]{0,80}\]\(https?:[^)\n]{0,200}\)|```|`[^`\n]{1,60}`")
_HASHES = pattern("#{1,6}(?![#0-9a-z])")
_FORUM = pattern(r"\[/?(?:b|i|u|img|url|color|size|font|table|td|tr|p|br|quote|code|list)(?:=[^\]\n]{0,60})?\]")
_UNDERSCORED = pattern(r"_x000[0-9a-f]_|_toc[0-9]{3,}|_ref[0-9]{3,}|_hlk[0-9]{3,}")
_PERCENTS = pattern("(?:%[0-9a-f]{2}){3,60}")
_MOJIBAKE = pattern("(?:[\u00c0-\u00ff][\u0080-\u00bf\u0152-\u0192\u2018-\u2122]{1,2}){2,40}")
_LOST = pattern("\ufffd{1,40}|[\ue000-\uf8ff]{1,40}|[\x00-\x08\x0e-\x1f]{1,40}|□{2,40}")
_LOST_WORDS = pattern("\\?(?<=[\u4e00-\u9fff].)\\?{1,8}(?=[\u4e00-\u9fff])")
_LATIN = pattern("(?:undefined|null|nan)(?![a-z])(?=[\u4e00-\u9fff,。;:])")
_FOOTNOTE = pattern(r"\[(?<=[\u4e00-\u9fff。,;”].)[0-9]{1,2}\](?!号)")
_PAGE_WORD = pattern("(?:num)?pages?[0-9]{1,3}(?![a-z0-9])")
_PAGES = (
    pattern("-(?<=[\u4e00-\u9fff,。;、)].)-?[0-9]{1,3}-{1,2}(?=[\u4e00-\u9fff])"),
    pattern(
        "第(?:(?<![见在于到和至、].)[0-9]{1,3}页,?共[0-9]{1,3}页|(?<=[\u4e00-\u9fff。].)[0-9]{1,3}页(?=[\u4e00-\u9fff]))"
    ),
)
_PAGE_LINE = pattern("-{1,2}[0-9]{1,3}-{1,2}$|第[0-9]{1,3}页(?:,?/?共[0-9]{1,3}页)?$|[0-9]{1,3}/[0-9]{1,3}$")
_LONGEST_FURNITURE = 90
_FIELD_NAMES = frozenset(
    ("hyperlink", "pageref", "mergefield", "includepicture", "numpages", "styleref", "docproperty")
)
"""Names of fields that are no word of any language, so that they need no braces around them."""
_FIELD_WITH_ADDRESS = pattern(r'hyperlink"?(?:https?|mailto|www|file|javascript)[!-~]{0,80}')
_QUOTE = 60


@lru_cache(maxsize=4)
def _field(words: ArtefactWords) -> Pattern[str]:
    names = "|".join(words.fields) or "(?!)"
    switches = r"mergeformat|\\[*@ophzu#n]|\""
    return pattern(rf"\{{(?:{names})[^{{}}\n]{{0,120}}\}}|\{{[^{{}}\n]{{0,60}}(?:{switches})[^{{}}\n]{{0,60}}\}}")


def artefact(material: Material) -> Iterator[Seen]:
    """Leftovers that no reader of the report should see."""
    told = -1
    for start, end, message, severity in sorted(_leftovers(material), key=lambda one: (one[0], -one[1])):
        if start >= told:
            told = end
            yield Seen(_KIND, severity, start, min(end, start + _QUOTE), message)


def _leftovers(material: Material) -> Iterator[tuple[int, int, str, Severity]]:
    text = material.text
    field = _field(material.words.artefact)
    for sign in _SIGNS.finditer(text):
        at = sign.start()
        for what, shape in _BY_SIGN.get(sign.group(), _LOST_SIGNS):
            found = (shape or field).match(text, at)
            if found and (what != "标题记号" or at == 0 or text[at - 1] == "\n"):
                yield at, found.end(), f"这里留有{what}，请删去或改正。", Severity.WARNING
                break
    yield from _half_width_titles(material)
    for shape, what in ((_LOST_WORDS, "没有转换过来的字"), (_FOOTNOTE, "注释的序号")):
        for match in shape.finditer(text):
            yield match.start(), match.end(), f"这里留有{what}，请改正。", Severity.WARNING
    for start, end in material.latin:
        named = _FIELD_WITH_ADDRESS.match(text, start)
        if named or text[start:end] in _FIELD_NAMES:
            yield start, named.end() if named else end, "这里留有Word域代码，请删去或更新。", Severity.WARNING
        empty = _LATIN.match(text, start)
        if empty:
            yield start, empty.end(), "这里留有程序留下的空值，请改正。", Severity.WARNING
    for word in material.met(material.words.artefact.messages):
        for at in material.places(word):
            message = "这里留有软件或网页自动写入的文字，请删去并补上应有的内容。"
            yield at, at + len(word), message, Severity.ERROR
    for at in material.places("mergeformat"):
        low = max(text.rfind("\n", 0, at) + 1, at - 20)
        start = next((low + i for i, one in enumerate(text[low:at]) if one.isascii()), at)
        yield start, at + 11, "这里留有Word域代码，请删去或更新。", Severity.WARNING
    yield from _pages(material)
    yield from _furniture(material)


def _half_width_titles(material: Material) -> Iterator[tuple[int, int, str, Severity]]:
    """《…<条例>…》: < and > where 〈 and 〉 belong."""
    for at in material.places("<"):
        found = _TITLE.match(material.text, at)
        around = material.clauses.title_around(at, found.end()) if found else None
        if found and around:
            message = "书名号里面的书名应当用〈〉，这里是半角尖括号。"
            yield around[0], around[1], message, Severity.WARNING


def _pages(material: Material) -> Iterator[tuple[int, int, str, Severity]]:
    text = material.text
    pages = [match for shape in _PAGES for match in shape.finditer(text)]
    pages += [match for start, _ in material.latin if (match := _PAGE_WORD.match(text, start))]
    for match in pages:
        yield match.start(), match.end(), f"“{match.group()}”像是混进正文的页码，请删去。", Severity.WARNING
    draft = material.draft.text
    for block in material.draft.blocks:
        if block.end - block.start > 14 or block.kind is BlockKind.TABLE_ROW:
            continue
        if not draft[block.start : block.end].isalpha():
            start = material.squeezed.index_of(block.start)
            found = _PAGE_LINE.match(text[start : material.squeezed.index_of(block.end)])
            if found:
                yield start, start + found.end(), f"“{found.group()}”像是混进正文的页码，请删去。", Severity.NOTICE


def _furniture(material: Material) -> Iterator[tuple[int, int, str, Severity]]:
    """Short lines of a web page around the report: 打印本页, 浏览次数."""
    text = material.text
    starts = material.words.artefact.line_starts
    for word in material.met((*material.words.artefact.page_furniture, *starts)):
        for at in material.places(word):
            start = text.rfind("\n", 0, at) + 1
            if word in starts and start != at:
                continue
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if end - start <= _LONGEST_FURNITURE and "。" not in text[start:end]:
                yield start, end, "这一行像是从网页上带来的，不是报告的内容，请删去。", Severity.WARNING


_LOST_SIGNS: tuple[tuple[str, Pattern[str] | None], ...] = (("乱码", _MOJIBAKE), ("显示不出来的字符", _LOST))
_BY_SIGN: dict[str, tuple[tuple[str, Pattern[str] | None], ...]] = {
    "{": (("Word域代码", None),),
    "&": (("网页空格一类的代码", _ENTITY),),
    "<": (("网页标签", _TAG),),
    "\\": (("转义代码", _ESCAPE),),
    "#": (("标题记号", _HASHES),),
    "[": (("论坛代码", _FORUM), ("网页链接记号", _MARKDOWN)),
    "!": (("网页链接记号", _MARKDOWN),),
    "*": (("排版记号", _MARKDOWN),),
    "`": (("排版记号", _MARKDOWN),),
    "_": (("Word书签代码", _UNDERSCORED),),
    "%": (("网址编码", _PERCENTS),),
}
"""What a sign can begin; None stands for the field codes, whose names are data."""
