"""What changed between two texts."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.anchoring.reports import CHANCES, edited, report, reworded

from reader.anchoring import compare
from reader.model.changes import Change, ChangeKind, Counts, count

LINES = st.text("社区网格37个，。\n", max_size=80)
OLD = "第一段不变，说的是网格。\n第二段说的是128个网格，配备网格员256名。\n第三段要删去，讲的是旧办法。\n第四段不变。"
NEW = "第一段不变，说的是网格。\n新增一段，讲了许多别的事情。\n第二段说的是132个网格，配备网格员256名。\n第四段不变。"


def joined(old: str, new: str, changes: tuple[Change, ...]) -> None:
    """Applying the changes gives both texts, pieces and all."""
    assert "\n".join(old[slice(*each.old)] for each in changes if each.kind is not ChangeKind.INSERTED) == old
    assert "\n".join(new[slice(*each.new)] for each in changes if each.kind is not ChangeKind.DELETED) == new
    for each in changes:
        if each.kind is ChangeKind.KEPT:
            assert old[slice(*each.old)] == new[slice(*each.new)]
        if each.kind is ChangeKind.REWORDED:
            for text, whole, other in ((old, each.old, ChangeKind.INSERTED), (new, each.new, ChangeKind.DELETED)):
                side = [piece.old if text is old else piece.new for piece in each.pieces if piece.kind is not other]
                assert [span.start for span in side] == [whole.start, *(span.end for span in side[:-1])]
                assert side[-1].end == whole.end


@given(LINES, LINES)
def test_applying_the_changes_gives_both_texts(old: str, new: str) -> None:
    joined(old, new, compare(old, new))


@given(CHANCES)
def test_applying_the_changes_of_a_report_gives_both_texts(chance: random.Random) -> None:
    old = report(chance, 8)
    new = edited(chance, old, 6)
    joined("\n".join(old), "\n".join(new), compare("\n".join(old), "\n".join(new)))


def test_one_of_each() -> None:
    changes = compare(OLD, NEW)
    assert [each.kind.value for each in changes] == ["kept", "inserted", "reworded", "deleted", "kept"]
    pieces = [
        (piece.kind.value, OLD[slice(*piece.old)] or NEW[slice(*piece.new)]) for piece in changes[2].pieces
    ]
    assert pieces == [
        ("kept", "第二段说的是"), ("deleted", "128"), ("inserted", "132"), ("kept", "个网格，配备网格员256名。"),
    ]  # fmt: skip
    assert count(changes, OLD, NEW) == Counts(1, 1, 1)


def test_a_missing_side_is_where_it_would_stand() -> None:
    inserted, deleted = compare(OLD, NEW)[1], compare(OLD, NEW)[3]
    assert inserted.old == (OLD.index("第二段"),) * 2
    assert deleted.new == (NEW.index("第四段"),) * 2


def test_a_replaced_paragraph_is_deleted_and_inserted() -> None:
    kinds = [each.kind.value for each in compare("甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未")]
    assert kinds == ["deleted", "inserted"]


def test_blank_paragraphs_do_not_count() -> None:
    assert count(compare("甲\n乙", "甲\n\n乙"), "甲\n乙", "甲\n\n乙") == Counts()


@pytest.mark.parametrize(("paragraphs", "seconds"), [(700, 0.5), (7_000, 5.0)])
def test_a_long_report_is_compared_in_time(paragraphs: int, seconds: float) -> None:
    chance = random.Random(3)
    old = report(chance, paragraphs)
    new = [reworded(chance, each) if chance.random() < 0.5 else each for each in edited(chance, old, paragraphs // 20)]
    before, after = "\n".join(old), "\n".join(new)
    assert len(before) > paragraphs * 70
    compare(before[:2000], after[:2000])  # the matcher is loaded
    begun = time.process_time()
    changes = compare(before, after)
    assert time.process_time() - begun < seconds
    reached = count(changes, before, after)
    assert reached.reworded > paragraphs * 0.4
