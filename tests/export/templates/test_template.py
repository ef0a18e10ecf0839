"""Parts become numbered sections: in the order and with the headings a person wants, without those that are empty."""

from hypothesis import given
from hypothesis import strategies as st

from reader.export.templates.material import Options, PaperBlock
from reader.export.templates.template import Part, arranged, sections
from reader.messages import Messages
from reader.model.summary import Paragraph, TextRun

NAMES = ("sources", "figures", "quotes", "questions", "actions")
TEXT = (Paragraph((TextRun("一句话"),)),)

names, titles = st.sampled_from((*NAMES, "unknown")), st.sampled_from(("", "  ", "另起标题"))
blocks = st.builds(PaperBlock, names, titles, st.booleans())


def headings(parts: list[Part], *wanted: PaperBlock) -> list[str]:
    return [each.heading for each in sections("study", parts, Options(blocks=wanted), Messages("zh_CN"))]


def test_without_a_wish_the_parts_stand_as_the_template_has_them() -> None:
    parts = [Part("sources", TEXT), Part("figures"), Part("quotes", groups=[("要点", TEXT), ("数据", ())])]
    assert headings(parts) == ["一、材料来源", "二、摘录与批注", "（一）要点"]


def test_parts_can_be_moved_renamed_and_left_out() -> None:
    parts = [Part(name, TEXT) for name in NAMES]
    wanted = (PaperBlock("actions", "下一步打算"), PaperBlock("sources", is_shown=False), PaperBlock("questions"))
    assert headings(parts, *wanted) == ["一、下一步打算", "二、研讨题", "三、关键数据", "四、摘录与批注"]


def test_a_part_that_has_groups_alone_has_its_heading_too() -> None:
    assert headings([Part("quotes", groups=[("要点", ()), ("数据", TEXT)])]) == ["一、摘录与批注", "（一）数据"]
    assert headings([Part("quotes", groups=[("要点", ())])]) == []


@given(st.lists(blocks, max_size=8))
def test_whatever_is_wanted_each_block_stands_once(wanted: list[PaperBlock]) -> None:
    found = arranged(NAMES, wanted)
    assert sorted(block.name for block in found) == sorted(NAMES)
    named = [block.name for block in wanted if block.name in NAMES]
    assert [block.name for block in found][: len(set(named))] == list(dict.fromkeys(named))
