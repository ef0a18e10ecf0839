"""What a reader is shown of a reworded paragraph."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring.rewording import readable, steps

WORDS = st.text("社区网格37个，。 ab", max_size=40)


def shown(old: str, new: str) -> str:
    """The change as text: -deleted- +inserted+."""
    said = ""
    for step in readable(old, new, steps(old, new, by_words=True)):
        gone, come = old[slice(*step.old)], new[slice(*step.new)]
        said += come if step.is_equal else "".join([f"-{gone}-" if gone else "", f"+{come}+" if come else ""])
    return said


@given(WORDS, WORDS, st.booleans())
def test_steps_tile_both_sides(old: str, new: str, by_words: bool) -> None:
    found = steps(old, new, by_words=by_words)
    for way in (found, readable(old, new, found)):
        assert "".join(old[slice(*step.old)] for step in way) == old
        assert "".join(new[slice(*step.new)] for step in way) == new
        assert all(old[slice(*step.old)] == new[slice(*step.new)] for step in way if step.is_equal)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("配备网格员256名", "配备网格员280名", "配备网格员-256-+280+名"),
        ("解决难题1,560件", "解决难题1,580件", "解决难题-1,560-+1,580+件"),
        ("办结率97.8%", "办结率97.9%", "办结率-97.8%-+97.9%+"),
        ("the grid workers", "the great workers", "the -grid-+great+ workers"),
        ("推动服务下沉到楼栋。", "推动服务下沉到楼栋院落。", "推动服务下沉到楼栋+院落+。"),
        # No crumb of a character that happens to stand on both sides.
        ("群众满意度持续提升", "群众满意度不断提高", "群众满意度-持续提升-+不断提高+"),
        # An inserted clause ends with its comma instead of beginning with the one before.
        ("抓服务，抓管理。", "抓服务，抓党建，抓管理。", "抓服务，+抓党建，+抓管理。"),
    ],
)
def test_a_rewording_reads_well(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_a_very_long_paragraph_is_still_compared_in_the_middle() -> None:
    chance = random.Random(7)
    old = "".join(chr(chance.randint(0x4E00, 0x4F00)) for _ in range(40_000))
    new = old[:9_000] + "新" + old[9_000:25_000] + old[25_010:] + "尾"
    begun = time.perf_counter()
    found = readable(old, new, steps(old, new, by_words=True))
    assert time.perf_counter() - begun < 2
    changed = [(old[slice(*step.old)], new[slice(*step.new)]) for step in found if not step.is_equal]
    assert changed == [("", "新"), (old[25_000:25_010], ""), ("", "尾")]
