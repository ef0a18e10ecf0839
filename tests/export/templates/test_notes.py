"""读书摘记: every mark once, the abstract short and in the article's words, concepts with their places."""

import dataclasses

import pytest
from tests.export.templates.conftest import Read

from reader.export.templates.material import Material, Options, PaperBlock
from reader.export.templates.notes import ABSTRACT, notes
from reader.messages import Messages
from reader.model.annotation import Kind
from reader.text.folding import squeeze


@pytest.fixture
def read(digested: Material, say: Messages) -> Read:
    return Read(notes([digested], Options(date="2026-11-25", people="周岚"), say))


def test_the_sections_stand_in_their_order(read: Read) -> None:
    assert read.headings == [
        *("一、题录", "二、内容提要", "三、摘录", "（一）要点", "（二）数据", "四、要点与概念"),
        *("五、疑问", "六、拟用之处"),
    ]


def test_the_record_is_the_citation_and_the_day_of_reading(read: Read, digested: Material, say: Messages) -> None:
    assert read.lines("题录") == [
        "青禾县：“一网三员”织密基层治理服务网[EB/OL]. （2026-03-09）[2026-11-22]. "
        "https://www.qinghe.example/art/2026/3/9/art_17_204.html.（阅读日期：2026年11月22日）",
    ]
    assert read.paper.references == (), "it is the list of references already"
    hidden = Options(blocks=(PaperBlock("record", is_shown=False),))
    assert len(notes([digested], hidden, say).references) == 1
    bare = Read(notes([digested], Options(with_sources=False), say))
    assert bare.lines("题录") == ["《青禾县:“一网三员”织密基层治理服务网》。"]


def test_the_abstract_quotes_what_fits(read: Read, text: str) -> None:
    lines = read.lines("内容提要")
    quoted = [line.rpartition("（第")[0] for line in lines]
    assert len(lines) >= 2 and all(line in text for line in quoted)
    assert sum(len(squeeze(line)) for line in quoted) <= ABSTRACT


def test_several_articles_share_the_room(digested: Material, say: Messages) -> None:
    read = Read(notes([digested] * 3, Options(), say))
    quoted = [line.rpartition("（[")[0] for line in read.lines("内容提要")]
    assert len(quoted) == 3 and sum(len(squeeze(line)) for line in quoted) <= ABSTRACT


def test_a_person_writes_another_abstract(digested: Material, say: Messages) -> None:
    read = Read(notes([digested], Options(abstract="讲的是网格。\n也讲队伍。"), say))
    assert read.lines("内容提要") == ["讲的是网格。", "也讲队伍。"]


def test_thoughts_on_the_whole_are_reflections_and_where_nothing_else_is_known_the_abstract(
    digested: Material, material: Material, say: Messages
) -> None:
    thought = dataclasses.replace(digested.annotations[5], kind=Kind.KEY, note="贵在坚持。\n不在新奇。", creator="吴桐")
    long = dataclasses.replace(thought, note="想" * (ABSTRACT + 1))
    known = dataclasses.replace(digested, annotations=(thought,))
    assert Read(notes([known], Options(with_creator=True), say)).lines("心得体会") == [
        "贵在坚持。", "不在新奇。（吴桐）",
    ]  # fmt: skip
    unknown = dataclasses.replace(material, annotations=(thought, long))
    read = Read(notes([unknown], Options(), say))
    assert read.lines("内容提要") == ["贵在坚持。", "不在新奇。"] and read.lines("心得体会") == [long.note]
    read = Read(notes([unknown], Options(blocks=(PaperBlock("abstract", is_shown=False),)), say))
    assert read.lines("心得体会") == ["贵在坚持。", "不在新奇。", long.note]


def test_concepts_are_tags_and_terms_with_their_places(read: Read) -> None:
    rows = dict(line.split("|") for line in read.lines("要点与概念"))
    assert rows["组织体系"] == "第2段第2句" and rows["待核"] == "第3段第2句" and rows["研讨"] == "第2段第2句"
    assert rows["大联席"] == "第2段第2句" and rows["需求清单"] == "第4段第2句"


def test_of_many_places_the_first_are_named(digested: Material, say: Messages) -> None:
    many = tuple(
        dataclasses.replace(digested.annotations[0], id=str(at), passage=f"2-{at}") for at in range(1, 6)
    )
    rows = Read(notes([dataclasses.replace(digested, annotations=many)], Options(), say)).lines("要点与概念")
    assert rows[0] == "组织体系|第2段第1句、第2段第2句、第2段第3句等5处"


def test_what_can_be_used_is_said_once_with_its_words(read: Read) -> None:
    assert read.lines("拟用之处") == [
        "三张清单可直接借用。",
        "由村列出“需求清单”,单位列出“资源清单”,共同确定“项目清单”58张（第4段第2句）",
        "拟订本镇议事规则（责任人：小林；时限：2026年12月5日）",
        "建立了议事协商、定期联席等5项制度（第2段第3句）",
    ]


def test_several_articles_are_numbered(digested: Material, other: Material, say: Messages) -> None:
    read = Read(notes([digested, other], Options(), say))
    assert read.lines("题录")[0].startswith("[1] 青禾县") and read.lines("题录")[1].startswith("[2] 赵一")
    assert "板凳会一月一开（[2]第1段第2句）" in read.lines("要点")
