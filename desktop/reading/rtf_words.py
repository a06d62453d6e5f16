"""The control words of RTF that bear on a document's words, by what they do."""

from desktop.reading.rtf_state import Where

ENTERED = frozenset(
    b"shpinst shpgrp shptxt shppict do dptxbxtext nesttableprops ud moMath moMathPara fldinst annotation".split()
)
"""Groups marked as skippable that are looked into all the same."""

SKIPPED = frozenset(
    b"colortbl filetbl info objclass objname objdata objalias objsect bkmkstart bkmkend nonshppict shprslt tc tcn xe "
    b"comment ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listtable listoverridetable pn pntxta pntxtb private "
    b"nonesttables mmathPict background atnid atnauthor atnref atnicn atntime".split()
)
"""Groups that hold no words of the document."""

COUNTED = {b"pict": "picture", b"object": "object", b"annotation": "comment", b"footnote": "footnote"}
"""Groups that are not read and of which the user is told."""

PLACES = {
    **{b"fonttbl": Where.FONTS, b"stylesheet": Where.STYLES, b"fldinst": Where.CODE, b"sp": Where.SHAPE},
    **dict.fromkeys((b"listtext", b"pntext"), Where.LABEL),
    **dict.fromkeys(b"header headerl headerr headerf footer footerl footerr footerf".split(), Where.MARGIN),
}
"""Groups whose words are for something else."""

SIGNS = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
TEXTS = {
    b"tab": "\t", b"line": "\n", b"column": "\n", b"page": "\f", b"emdash": "—", b"endash": "–", b"lquote": "‘",
    b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002",
    b"qmspace": "\u2005",
}  # fmt: skip

SWITCHES = {
    b"v": "hidden", b"deleted": "deleted", b"mvf": "deleted", b"revised": "inserted", b"mvt": "inserted",
    b"intbl": "in_table", b"pagebb": "new_page", b"dropcapli": "drop_cap",
}  # fmt: skip
"""Words that set a property on, and off with the number 0."""

NUMBERS = {b"s": "style", b"outlinelevel": "outline", b"itap": "nested", b"uc": "skips"}
"""Words that set a property to their number."""

FONT_WORDS = frozenset({b"f", b"af", b"dbch", b"loch", b"hich", b"rtlch", b"ltrch"})

DEFINING = frozenset(b"deff fcharset cpg sbasedon ftnalt trowd cellx clvmrg clmrg".split())
"""Words that define fonts, styles, notes and rows."""

RESTYLED = frozenset({b"crauth", b"prauth"})


def is_formula_property(word: bytes) -> bool:
    """True for groups that say how a formula looks."""
    return word[:1] == b"m" and word[-2:] == b"Pr"
