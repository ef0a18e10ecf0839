"""The shapes of a library file: what they take, and that nothing unknown is ignored."""

from typing import Any

import pytest

from reader.library import shapes
from reader.model.article import Metadata
from reader.model.blocks import Block


def test_a_dataclass_does_not_swallow_what_it_does_not_know() -> None:
    assert shapes.checked({"title": "题", "url": None}, Metadata) == Metadata(title="题")
    with pytest.raises(ValueError, match="unknown"):
        shapes.checked({"title": "题", "colour": "red"}, Metadata)
    with pytest.raises(ValueError, match="unknown"):
        shapes.checked([{"kind": "paragraph", "text": "", "colour": "red"}], tuple[Block, ...])


@pytest.mark.parametrize(
    "wrong",
    [
        {"site": 5, "body": "", "made": "2026-01-01T00:00:00Z"},
        {"site": "", "body": "", "made": "2026-01-01T00:00:00Z\n"},
        {"site": "", "body": ""},
        {"site": "", "body": "", "made": "2026-01-01", "more": 1},
        [],
        None,
    ],
)
def test_other_types_and_fields_are_refused(wrong: Any) -> None:
    with pytest.raises(ValueError):
        shapes.checked(wrong, shapes.SiteRuleData)
