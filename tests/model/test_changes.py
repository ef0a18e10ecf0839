"""Sums over changes, and what of a text need not be shown."""

import pytest

from reader.model.blocks import Span
from reader.model.changes import Change, ChangeKind, Counts, Piece, count, folds, kept_share

KINDS = {"k": ChangeKind.KEPT, "i": ChangeKind.INSERTED, "d": ChangeKind.DELETED, "r": ChangeKind.REWORDED}


def changes(kinds: str) -> list[Change]:
    return [Change(KINDS[kind], Span(0, 1), Span(0, 1)) for kind in kinds]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("kkkkikkkk", [(0, 3), (6, 9)]),
        ("ikkkkkd", [(2, 5)]),
        ("ikkkd", []),  # one paragraph alone is shown: the line for it would be as long
        ("rkk", []),
        ("rkkk", [(2, 4)]),
        ("kkkkkk", []),
    ],
)
def test_only_what_is_far_from_changes_is_hidden(kinds: str, expected: list[tuple[int, int]]) -> None:
    assert folds(changes(kinds), 1) == expected


def test_blank_paragraphs_are_not_counted() -> None:
    both = [Change(ChangeKind.INSERTED, Span(1, 1), Span(2, 2)), Change(ChangeKind.INSERTED, Span(1, 1), Span(3, 5))]
    assert count(both, "甲", "甲\n\n乙丙") == Counts(inserted=1)


def test_what_is_left_of_a_text_is_told_in_characters() -> None:
    pieces = (
        Piece(ChangeKind.KEPT, Span(5, 7), Span(0, 2)),
        Piece(ChangeKind.DELETED, Span(7, 10), Span(2, 2)),
    )
    found = [
        Change(ChangeKind.DELETED, Span(0, 4), Span(0, 0)),
        Change(ChangeKind.REWORDED, Span(5, 10), Span(0, 2), pieces),
    ]
    assert kept_share(found, "甲乙丙丁\n一二三四五") == pytest.approx(2 / 9)
    assert kept_share([], "") == 1.0
