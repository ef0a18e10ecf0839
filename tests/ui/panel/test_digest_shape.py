"""Where everything in a line of the tab 摘要 stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.digests import TEXT, TITLE, hand_made

from reader.model.digest import Chain, Layer
from reader.services.digesting import Digested
from reader.ui.panel.card_shape import Fonts
from reader.ui.panel.digest_rows import Row, RowKind, prepare
from reader.ui.panel.digest_shape import LEFT, RIGHT, shape_of
from reader.ui.theme import window_font


@pytest.fixture
def rows():
    return [row for section in prepare(Digested(hand_made(), TEXT), TITLE).sections for row in section.rows]


def chain_row(nodes):
    chain = Chain(text="—".join(nodes), start=0, end=1, nodes=tuple(nodes))
    return Row(RowKind.CHAIN, Layer.CHAINS, chain.text, item=chain)


@pytest.mark.parametrize("width", [268, 308, 448])
def test_every_part_stands_inside_its_row(qapp, rows, width):
    for row in rows:
        shape = shape_of(row, row.text or "提示", Fonts.of(window_font()), width)
        for rect in (shape.text, shape.note, shape.card, shape.button, *(box.rect for box in shape.boxes)):
            assert rect.left() >= 0 and rect.right() < width, (row, rect)
            assert rect.isEmpty() or rect.bottom() < shape.height, (row, rect)


@given(nodes=st.lists(st.text("党委支部街道AB ", min_size=1, max_size=40), min_size=1, max_size=12),
       width=st.integers(200, 460))  # fmt: skip
def test_boxes_of_a_chain_wrap_and_never_overlap(qapp, nodes, width):
    shape = shape_of(chain_row(nodes), "", Fonts.of(window_font()), width)
    assert len(shape.boxes) == len(nodes)
    rects = [rect for box in shape.boxes for rect in (box.arrow, box.rect) if not rect.isEmpty()]
    for number, rect in enumerate(rects):
        assert rect.left() >= LEFT and rect.right() <= width - RIGHT
        assert not any(rect.intersects(other) for other in rects[number + 1 :])
    assert shape.boxes[0].arrow.isEmpty() and all(not box.arrow.isEmpty() for box in shape.boxes[1:])
    assert max(box.rect.bottom() for box in shape.boxes) < shape.height
