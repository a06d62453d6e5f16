"""Which part of the report, and whether in a heading, a place in squeezed text stands."""

from bisect import bisect_right

from desktop.checking.squeeze import Squeezed
from desktop.reading.draft import BlockKind, Draft, Role


class Roles:
    """The parts and headings of one draft in squeezed offsets, so that looking one up is a single bisection."""

    def __init__(self, draft: Draft, squeezed: Squeezed) -> None:
        """Carry the bounds over."""
        # What stands before the first part belongs to it.
        self._bounds = [squeezed.index_of(part.start) for part in draft.parts[1:]]
        self._roles = [part.role for part in draft.parts]
        self._heads: list[int] = []
        self._ends: list[int] = []
        self._run_in: list[bool] = []
        for block in draft.blocks:
            heading = block.kind is BlockKind.HEADING
            if heading or block.run_in_end is not None:
                self._heads.append(squeezed.index_of(block.start))
                self._ends.append(squeezed.index_of(block.end if block.run_in_end is None else block.run_in_end))
                self._run_in.append(not heading)

    def at(self, index: int) -> Role:
        """The role of the part that holds ``index``."""
        return self._roles[bisect_right(self._bounds, index)]

    def heading_at(self, index: int) -> BlockKind | None:
        """HEADING in a heading, PARAGRAPH in the heading sentence that opens a paragraph, None elsewhere."""
        place = bisect_right(self._heads, index) - 1
        if place < 0 or index >= self._ends[place]:
            return None
        return BlockKind.PARAGRAPH if self._run_in[place] else BlockKind.HEADING
