"""Key passages: five sentences, why each was chosen, and what is never chosen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.headline_model import headline_model
from reader.digest.key_passages import key_passages
from reader.digest.report import article_report, plain_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind
from reader.model.digest import Chain, Digest, Document, KeyPassage, Reason

from .items import Page

FIGURE = re.compile(r"\d+[个件%人]")

MODEL = "近年来，清河市探索建立“三联”治理模式，由市委组织部牵头，把党员、楼长和商户联在一起。"
PARTS = "该模式分三个方面：一是组织联建，二是服务联做，三是矛盾联调，三者互相支撑，缺一不可。"
MECHANISM = "各街道建立联席会议制度，形成“社区党委—网格党支部—党员中心户”的组织体系，每月会商一次。"
RESULT = "截至目前，全市累计解决诉求12000件，办结率达98%，矛盾纠纷同比下降31%。"
LASTING = "这一做法入选全省优秀案例，经验在6个县推广，考核办法把它长期固定下来。"
TALK = "“现在找人办事可方便了，楼长就住在我家楼上。”居民王大妈高兴地说。"
SLOGAN = "我们要不忘初心、牢记使命、凝心聚力、砥砺前行。"
TEXT = "\n".join(
    [
        "清河市：“三联”激活治理末梢", "各位代表：", MODEL + TALK, "组织联起来", PARTS + SLOGAN,
        "周末的南关社区格外热闹。" + MECHANISM, "居民张大爷表示，楼长管事，日子更舒心。" + RESULT,
        LASTING + "李主任说，下一步要做得更好。", "",
    ]
)  # fmt: skip


@pytest.fixture
def page() -> Page:
    return Page(TEXT)


def passages(page: Page) -> list[KeyPassage]:
    nodes = [page.node("组织联起来"), *page.nodes("组织联建 服务联做 矛盾联调")]
    figures = [page.figure("12000件", 12000, "件"), page.figure("98%", 98, "%"), page.figure("31%", 31, "%")]
    chain = "社区党委—网格党支部—党员中心户"
    start = TEXT.index(chain)
    chains = (Chain(text=chain, start=start, end=start + len(chain), nodes=tuple(chain.split("—"))),)
    model = headline_model(page.report, nodes)
    digest = Digest(model=model, outline=tuple(nodes), figures=tuple(figures), chains=chains)
    found = key_passages(page.report, digest)
    assert all(each.text == TEXT[each.start : each.end] for each in found)
    return found


def test_five_sentences_each_with_the_question_that_it_answers(page: Page) -> None:
    assert [(each.text, each.reason) for each in passages(page)] == [
        (MODEL, Reason.MODEL),
        (PARTS, Reason.PARTS),
        (MECHANISM, Reason.MECHANISM),
        (RESULT, Reason.RESULT),
        (LASTING, Reason.LASTING),
    ]


def test_a_text_of_less_than_five_sentences_gives_what_it_has() -> None:
    report = plain_report(f"{MODEL}{RESULT}")
    assert [each.text for each in key_passages(report, Digest())] == [MODEL, RESULT]
    assert key_passages(plain_report(""), Digest()) == []


def test_speech_greetings_and_headings_are_never_chosen() -> None:
    greeting = "各位代表！现在，我代表市政府报告工作。\n"
    talk = "“清河要变样，先从社区变起。”他说。\n“路修好了。灯也亮了。”\n第一章 总则\n"
    found = key_passages(plain_report(f"{greeting}{talk}{MODEL}{TALK}"), Digest())
    assert [each.text for each in found] == [MODEL]


def test_an_exclamation_and_a_text_without_full_stops_are_no_passages() -> None:
    endless = "全市建立制度，累计解决诉求12000件，" * 200
    found = key_passages(plain_report(f"好！\n{MODEL}\n{endless}"), Digest())
    assert [each.text for each in found] == [MODEL]


def test_at_most_two_of_a_paragraph_when_there_are_more() -> None:
    rich = MECHANISM + RESULT + LASTING + "全市制定服务清单47张，选派干部516名，改造小区57处，惠及居民5200户。"
    poor = ["南关社区的居民坐在楼下聊天。", "商户谈起这一年的变化。", "骑手在驿站里歇脚喝水。", "孩子放学后去读书。"]
    text = "\n".join([rich, *poor])
    found = key_passages(plain_report(text), Digest())
    assert len(found) == 5
    assert sum(each.start < len(rich) for each in found) == 2
    short = plain_report("\n".join([rich, poor[0]]))
    assert sum(each.start < len(rich) for each in key_passages(short, Digest())) > 2


def test_captions_table_rows_and_headings_of_a_page_are_none() -> None:
    kinds = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TABLE_ROW)
    blocks = [Block(kind, "全市累计解决诉求12000件，办结率达98%。") for kind in kinds]
    report = article_report(Metadata(title="清河"), [*blocks, Block(BlockKind.PARAGRAPH, MODEL)])
    assert [each.text for each in key_passages(report, Digest())] == [MODEL]


def test_what_says_the_same_with_other_numbers_is_chosen_only_when_there_is_nothing_else() -> None:
    same = [RESULT.replace("12000", str(number)) for number in (120, 340, 560, 780)]
    text = "\n".join([MODEL, *same, "南关社区的居民坐在楼下聊天。", "商户谈起这一年的变化。", "骑手在驿站里歇脚。"])
    found = [each.text for each in key_passages(plain_report(text), Digest())]
    assert len(found) == 5 and sum(each in same for each in found) == 1
    assert len(key_passages(plain_report("\n".join([MODEL, *same])), Digest())) == 5


def test_a_sentence_that_stands_there_twice_is_chosen_once() -> None:
    report = plain_report("\n".join([MODEL, RESULT, LASTING, RESULT, MECHANISM, RESULT]))
    assert [each.text for each in key_passages(report, Digest())].count(RESULT) == 1


def test_a_long_text_is_read_where_its_figures_are() -> None:
    filler = "山里的清晨很安静，鸟在树上叫，水从石头上流过。\n"
    text = "".join(filler.replace("鸟", f"鸟{n}") for n in range(400)) + RESULT
    page = Page(text)
    figures = tuple(page.figure(words, 1, "") for words in ("12000件", "98%", "31%"))
    assert RESULT in [each.text for each in key_passages(page.report, Digest(figures=figures))]
    assert len(key_passages(page.report, Digest())) == 5


def of(text: str) -> list[KeyPassage]:
    """Key passages of a text with its figures, papers and chain."""
    page = Page(text)
    figures = tuple(page.figure(match[0], 1, "") for match in FIGURE.finditer(text))
    papers = [(match[0], *match.span()) for match in re.finditer("《.+?》", text)]
    chains = [(match[0], *match.span()) for match in re.finditer(r"\w+—\w+—\w+", text)]
    return key_passages(page.report, Digest(
        figures=figures,
        documents=tuple(Document(text=words, start=start, end=end) for words, start, end in papers),
        chains=tuple(Chain(text=words, start=start, end=end, nodes=()) for words, start, end in chains),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("骑手有了33个驿站，随时能歇脚。", "李明表示，骑手有了44个驿站，随时能歇脚喝水。"),
        ("骑手有了33个驿站，随时能歇脚。", "市直机关和街道负责同志44人参加会议。"),
        ("《清河晚报》的记者来到南关社区，看了又看。", "我们要不忘初心、牢记使命、凝心聚力、砥砺前行。"),
        ("从社区党委—网格党支部—党员中心户一路走到家门口。", "南关街道的骑手有了44个驿站，随时能歇脚。"),
    ],
    ids=["opinion", "attendance", "slogan", "chain"],
)
def test_of_two_sentences_the_one_that_says_more_is_chosen(better: str, worse: str) -> None:
    found = [each.text for each in of("\n".join([MODEL, MECHANISM, RESULT, LASTING, worse, better]))]
    assert better in found and worse not in found


def test_another_question_is_answered_before_the_same_one_for_the_fifth_time() -> None:
    results = ["诉求12000件。办结率98%、满意率97%、回访率96%。", "全年接待群众来访340件，调解成功320件，移交17件。",
               "改造小区57个，加装电梯186个，粉刷楼道719个。", "独居老人1876人领到手环，412人当上楼长，630人上了讲台。",
               "骑手驿站33个、爱心站点85个天天开门。"]  # fmt: skip
    other = "各街道搭建起议事的场所，让大家坐下来商量。"
    found = of("\n".join([*results, other]))
    assert (other, Reason.MECHANISM) in [(each.text, each.reason) for each in found]


def test_without_a_model_the_first_sentence_with_something_in_it_says_who_does_what() -> None:
    lead = "《清河晚报》的记者来到南关社区。"
    others = [MECHANISM, RESULT, LASTING, PARTS, "驿站33个、站点85个开门。"]
    text = "\n".join(["新征程催人奋进，新使命激荡人心。", lead, *others])
    assert (of(text)[0].text, of(text)[0].reason) == (lead, Reason.MODEL)


@given(st.text(alphabet="“”‘说：，。！？\n一是12件 各位代表\ud800", max_size=80))
def test_any_text_is_read_and_places_are_exact(text: str) -> None:
    found = key_passages(plain_report(text), Digest())
    assert len(found) <= 5 and found == sorted(found, key=lambda each: each.start)
    assert all(each.text == text[each.start : each.end] != "" for each in found)
