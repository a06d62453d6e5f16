"""What a Word document holds besides the words that are checked, counted, and the sentences that tell the user."""

from collections import Counter
from dataclasses import dataclass, field

_NOT_READ = (
    ("picture", "图片{}张"),
    ("chart", "图表{}个"),
    ("diagram", "SmartArt 图示{}个"),
    ("object", "嵌入对象{}个"),
    ("chunk", "嵌入的文件片段{}个"),
    ("subdocument", "子文档{}个"),
    ("footnote", "脚注{}条"),
    ("endnote", "尾注{}条"),
)


@dataclass
class Seen:
    """Counts by kind (see below); ``margins`` is true where headers or footers hold words."""

    counts: Counter[str] = field(default_factory=Counter)
    margins: bool = False
    restyled: bool = False

    def add(self, kind: str, count: int = 1) -> None:
        """Count something: revision, comment, hidden (characters), unfilled, unread-part or one of _NOT_READ."""
        self.counts[kind] += count

    def notices(self) -> tuple[str, ...]:
        """What to tell the user, each without a full stop at its end."""
        told = [self._before_publication(), self._hidden(), self._unfilled(), self._not_read()]
        return tuple(one for one in told if one)

    def _before_publication(self) -> str:
        counts = self.counts
        found = []
        if counts["revision"]:
            found.append(f"修订{counts['revision']}处")
        elif self.restyled:
            found.append("格式修订")
        if counts["comment"]:
            found.append(f"批注{counts['comment']}条")
        if not found:
            return ""
        how = "；检查的是接受全部修订后的文字，批注不算正文" if counts["revision"] else ""
        return f"文稿含{'、'.join(found)}，公开前请处理{how}"

    def _hidden(self) -> str:
        count = self.counts["hidden"]
        return f"文稿中有隐藏文字{count}字，没有列入检查，公开前请处理" if count else ""

    def _unfilled(self) -> str:
        count = self.counts["unfilled"]
        return f"有{count}处填写框还没有填写，其中的提示文字不算正文" if count else ""

    def _not_read(self) -> str:
        found = [words.format(self.counts[kind]) for kind, words in _NOT_READ if self.counts[kind]]
        if self.margins:
            found.append("页眉页脚里的文字")
        if self.counts["unread-part"]:
            found.append(f"损坏而读不出的部分{self.counts['unread-part']}处")
        return f"没有列入检查的还有：{'、'.join(found)}" if found else ""
