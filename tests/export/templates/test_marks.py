"""Which marks a paper shows, and under what they are grouped."""

import dataclasses

import pytest

from reader.export.templates.marks import Marks
from reader.export.templates.material import ORDERS, Material, Options
from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.digest import Digest, OutlineNode
from reader.model.summary import Quotation

QUOTED = (Kind.KEY, Kind.BORROW, Kind.DATA)


def groups(materials: list[Material], say: Messages, **options: object) -> dict[str, list[str]]:
    marks = Marks(materials, Options(**options), say)  # type: ignore[arg-type]
    found = {}
    for heading, items in marks.groups(*QUOTED):
        quotations = [item for item in items if isinstance(item, Quotation)]
        assert [each.number for each in quotations] == list(range(1, len(quotations) + 1)), "counted in the group"
        found[heading] = [each.text or each.note for each in quotations]
    return {heading: texts for heading, texts in found.items() if texts}


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_every_mark(material: Material, other: Material, say: Messages, order: str) -> None:
    shown = [text for texts in groups([material, other], say, order=order).values() for text in texts]
    wanted = [each for one in (material, other) for each in one.annotations if each.kind in QUOTED]
    assert {each.quote or each.note for each in wanted} == set(shown)


def test_by_person_and_by_tag(material: Material, other: Material, say: Messages) -> None:
    nobody = dataclasses.replace(material.annotations[0], creator="", quote="无名者所划")
    materials = [dataclasses.replace(material, annotations=(nobody, *material.annotations)), other]
    by_person = groups(materials, say, order="creator")
    assert by_person["未署名"] == ["无名者所划"] and by_person["吴桐"] == ["问题不过夜"] and "周岚" in by_person
    by_tag = groups([material], say, order="tag")
    assert set(by_tag) == {"组织体系", "队伍", "数据", "待核", "未加标签"}
    assert by_tag["数据"] == by_tag["待核"], "a mark with two tags stands under both"


def test_by_the_division_that_a_mark_stands_in(material: Material, text: str, say: Messages) -> None:
    def node(title: str) -> OutlineNode:
        start = text.index(title)
        return OutlineNode(text=title, start=start, end=start + len(title), title=title)

    digest = Digest(outline=(node("用好“三支队伍”"), node("落实“三张清单”")))
    found = groups([dataclasses.replace(material, digest=digest)], say, order="outline")
    assert list(found) == ["总体情况", "用好“三支队伍”", "落实“三张清单”"]
    assert "成立了12个乡镇" in found["总体情况"][0], "what stands before the first division is said of the whole"
    assert any("划分网格416个" in each for each in found["用好“三支队伍”"])


def test_two_articles_of_one_title_stay_apart(material: Material, say: Messages) -> None:
    twin = dataclasses.replace(material, article=dataclasses.replace(material.article, id="c" * 32))
    marks = Marks([material, twin], Options(order="text"), say)
    assert len(marks.groups(*QUOTED)) == 2


def test_marks_are_chosen_by_kind_tag_and_person(material: Material, other: Material, say: Messages) -> None:
    def count(**options: object) -> int:
        return len(Marks([material, other], Options(**options), say).all())  # type: ignore[arg-type]

    everything = len(material.annotations) + len(other.annotations)
    assert count() == everything
    assert count(creators=("吴桐",)) == 1 and count(creators=("吴桐", "周岚")) == everything
    assert count(tags=("队伍", "待核")) == 2 and count(kinds=(Kind.QUESTION,)) == 2
    assert count(tags=("队伍",), creators=("吴桐",)) == 0


def test_all_marks_have_their_quotes_even_where_the_sections_leave_them_out(material: Material, say: Messages) -> None:
    marks = Marks([material], Options(with_quotes=False), say)
    assert [each.text for each in marks.all()] == [each.quote for each in material.annotations]
    assert marks.quotation(material.annotations[0], 1).text == ""
