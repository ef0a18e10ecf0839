"""The page's pictures under the pointer and the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal

from reader.model.blocks import Block
from reader.ui.reading.images import Pictures
from reader.ui.reading.selecting import SelectablePage


class PicturePage(SelectablePage):
    """A page whose stored pictures can be picked; a picture is named by the index of its block."""

    picture_activated = Signal(int)
    """It was clicked, or Enter was pressed on it."""
    picture_menu_requested = Signal(QPoint, int)
    """Global position, and the picture there."""

    def picture_at(self, point: QPointF) -> int | None:
        """The stored picture at a point of the document."""
        layout = self._shown.document.documentLayout()
        if not layout.imageAt(point).startswith("lib:"):
            return None
        position = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        # On the right half of a picture the position after it is meant.
        return self._picture_before(position + 1) if position >= 0 else None

    def _picture_before(self, position: int) -> int | None:
        for at in (position - 1, position - 2):
            segment = self._shown.mapping.at_position(at)
            if segment is not None and self._blocks[segment.block].image:
                return segment.block
        return None

    def picture_in_reach(self) -> int | None:
        """The picture that Enter is about: at the caret, else beside the focused paragraph, else the first in sight."""
        if self._has_caret:
            return self._picture_before(self.textCursor().position() + 1)
        focused = self.layers.paragraph
        if focused is not None:
            beside = (focused - 1, focused + 1)
            return next((at for at in beside if 0 <= at < len(self._blocks) and self._blocks[at].image), None)
        lines = self.visible_lines()
        return next((line.segment.block for line in lines if self._blocks[line.segment.block].image), None)

    def picture_words(self, point: QPointF) -> str:
        """What the picture at a point of the document shows, for a tooltip."""
        picture = self.picture_at(point)
        return self._blocks[picture].alt if picture is not None else ""

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show pictures that have come later: the same text, place and selection."""
        if tuple(blocks) != self._blocks:
            self._blocks, self._pictures = tuple(blocks), Pictures(self._pictures.provider)
            self._rebuild()
