"""The whole digest on texts that nobody would write: no exception, no hang, offsets that hold, the same bytes twice."""

# ruff: noqa: E501  tables of pieces are read by rows

import json
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cli.digests import digest_row
from reader.digest import digest_article, digest_text
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, Run, RunStyle, Span, canonical_text
from reader.model.digest import Digest, Field, Figure, Item, Organisation, Term

LAYERS = ("outline", "figures", "documents", "terms", "orgs", "dates", "chains", "key")


def items(digest: Digest) -> Iterator[Item]:
    """Every item of every layer."""
    for layer in LAYERS:
        yield from getattr(digest, layer)
    if digest.model:
        yield digest.model
        yield from digest.model.parts


def spans(digest: Digest) -> Iterator[Span]:
    """The other places that a digest names, all in the text itself."""
    yield from digest.meta.boilerplate
    for item in items(digest):
        if isinstance(item, Figure) and item.field is Field.BODY:
            yield item.sentence
        if isinstance(item, Term | Organisation):
            yield from item.places


def check(digest: Digest, text: str, title: str = "") -> None:
    """Everything stands where it says."""
    for item in items(digest):
        field = title if item.field is Field.TITLE else text
        assert 0 <= item.start < item.end <= len(field), item
        assert field[item.start : item.end] == item.text, item
        if isinstance(item, Figure):
            assert item.sentence.start <= item.start < item.end <= item.sentence.end, item
    for span in spans(digest):
        assert 0 <= span.start < span.end <= len(text), span
    for layer in LAYERS:
        found = [(item.field is Field.BODY, item.start) for item in getattr(digest, layer)]
        assert found == sorted(found), f"{layer} is not in text order"
    for hint in digest.hints:
        assert all(0 <= figure < len(digest.figures) for figure in hint.figures), hint
    assert len(digest.key) <= 5


def printed(digest: Digest) -> bytes:
    """The JSON that the command line prints."""
    return json.dumps(digest_row(digest), allow_nan=False).encode("ascii")


def digested(text: str) -> Digest:
    """The digest of a text, made twice and checked."""
    first = digest_text(text)
    check(first, text)
    assert printed(first) == printed(digest_text(text))
    return first


SMALL, LARGE = 60_000, 1_000_000
"""Bytes of UTF-8 to which a piece is repeated; most pieces to the small size alone, which tells what is not linear."""
SOON, LATE = 5.0, 30.0
"""Seconds for one digest of each size; a slow machine needs a tenth of it."""
HUGE = {
    "digits": "7",
    "enumerators": "一是",
    "opening quotes": "“",
    "pairs of quotes": "“”",
    "opening books": "《",
    "dashes": "—",
    "spaces": " ",
    "newlines": "\n",
}
REPEATED = {
    "numbers with signs": "1.2,",
    "Chinese digits": "三",
    "units": "万亿",
    "percent": "9%",
    "ranges": "1—",
    "dates": "2024年5月",
    "day after day": "8月4日至",
    "enumerators with text": "一是甲，三是乙。",
    "numbered lines": "1.甲乙\n2.丙丁\n",
    "circles": "①",
    "bracketed numbers": "(一)",
    "order": "首先甲。其次乙。",
    "closing quotes": "”",
    "quoted words": "“甲”",
    "inner quotes": "‘“",
    "straight quotes": '"',
    "pairs of books": "《》",
    "books in books": "《甲《",
    "document numbers": "〔2024〕",
    "arrows": "甲—",
    "hyphens": "-甲",
    "opening brackets": "（",
    "pairs of brackets": "（）",
    "square brackets": "[",
    "wide spaces": "\u3000",
    "tabs": "\t",
    "carriage returns": "\r",
    "line separators": "\u2028",
    "blank lines": " \n",
    "full stops": "。",
    "commas": "，",
    "colons": "：",
    "dots": "…",
    "one letter": "a",
    "one character": "治",
    "one word": "社区",
    "bodies": "社区委员会",
    "a place": "市",
    "short lines": "治理\n",
    "short sentences": "治理。\n",
    "headings": "治理提质\n全市一盘棋，大家一起来，办好民生事项一百件。\n",
    "bullets": "——甲。\n",
    "hashes": "#",
    "hashes in lines": "# \n",
    "stars": "*",
    "bold": "**甲**",
    "front matter": "---\n",
    "surrogates": "\ud800",
    "marks of direction": "\u202e甲\u202c",
    "combining marks": "\u0301",
    "no characters": "\x00",
    "bells": "\x07",
    "radicals": "⺠⻔⻓",
    "beyond the plane": "𬭎",
}  # fmt: skip
STEPS = {
    "of everything": "".join([*REPEATED.values(), *HUGE.values()]),
    "of a report": "“一二三”模式：一是建网格448个，二是印发《方案》。\n",
}


ALL = REPEATED | HUGE | STEPS


def timed(piece: str, size: int, limit: float) -> None:
    text = piece * (size // len(piece.encode("utf-8", "surrogatepass")))
    start = time.perf_counter()
    digest = digest_text(text)
    assert time.perf_counter() - start < limit, f"{len(text)} characters"
    check(digest, text)


@pytest.mark.parametrize("piece", ALL.values(), ids=ALL.keys())
def test_one_thing_over_and_over(piece):
    timed(piece, SMALL, SOON)


@pytest.mark.parametrize("piece", HUGE.values(), ids=HUGE.keys())
def test_a_megabyte_of_one_thing(piece):
    timed(piece, LARGE, LATE)


FIXED = {
    "nothing": "",
    "a byte order mark": "\ufeff",
    "no end": "“《（一是",
    "only ends": "”》）。",
    "controls": "一、\x00网格\x0748个\x1f。二、\x7f\x80\x9f《方\x0b案》\x0c。",
    "lone surrogates": "一是\ud800建\udc00网格448个，二是“\udfff”。",
    "right to left": "\u202e一是建网格448个\u202c，\u200f二是\u2067印发《方案》\u2069。",
    "both widths": "１．建４４８个网格，2．印发《方案》；３。５％,5．5%",
    "every line break": "一、甲\r\n二、乙\r三、丙\u2028四、丁\u2029五、戊\x85六、己",
    "invisible": "一\u200b是\u200c建\u200d网\ufeff格\u2060448\u00ad个，二\u200b是强\u180e支部。",
    "no date": "0000年00月00日 9999年99月99日 2024年2月30日 1年13月 2024-02-31",
    "no number": "1.2.3.4.5 1,2,3 .5 5. -5 ０．０ 〇〇〇 亿万千百十 十十十 9" + "9" * 400 + "万亿",
    "fields": "发布时间：\n来源：\n作者：\n标题\n正文。\n责任编辑：",
    "front matter": "---\ntitle: \"\ndate: 99999-99-99\nsource: :\n---\n---\n正文。",
}  # fmt: skip


@pytest.mark.parametrize("text", FIXED.values(), ids=FIXED.keys())
def test_odd_texts(text):
    digested(text)
    digested(f"清河市：“一二三”模式\n{text}\n正文到此为止。")


ALPHABET = (
    "一二三四五六七八九十百千万亿〇两0123456789０１９.,%％、，。；：！？…—–-～·“”‘’\"'《》〈〉（）()【】[]〔〕#*|/\\ \u3000\t\n\r"
    "年月日时第章节条是要个户名件元项余近超约年来底前后上下内市县区镇村街道社区网格党支部委员会印发制定模式工作法说表示首先其次"
    "①②⑳⺠⻔㈠Ⅳ½℃㎡²\u200b\u200f\u202e\u2028\ufeff\x00\x07\x7f\ud800\udfff\u0301\U0001f600𬭎aZ"
)
PIECES = st.sampled_from(
    ["一是", "二是", "一、", "（一）", "1.", "——", "第一，", "近", "超过", "448个", "1.5亿元", "97%", "2024年5月6日", "去年以来", "8月4日", "1—8月",
     "“一二三”模式", "“网格+”", "《方案》", "国办发〔2022〕14号", "清河市民政局", "县委—街道—社区", "分别", "从53%提升至97%", "说：“", "印发", "\n",
     "发布时间:2024-05-06 来源:清河网 作者:佚名\n", "[免责声明] 本文来源于网络\n", "---\n", "title: 清河\n", "# ", "**"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(ALPHABET, max_size=4)), max_size=60).map("".join)


@given(TEXTS)
@settings(max_examples=200)
def test_any_mixture(text):
    digested(text)


@given(st.text(st.characters(), max_size=200))
def test_any_characters(text):
    digested(text)


RUNS = st.lists(st.builds(Run, st.integers(0, 9), st.integers(0, 30), st.sampled_from(RunStyle)), max_size=2).map(tuple)
BLOCKS = st.builds(
    Block, st.sampled_from(BlockKind), TEXTS.map(lambda text: " ".join(text.splitlines())), RUNS, st.integers(0, 6)
)


@given(TEXTS, st.lists(BLOCKS, max_size=8))
def test_any_article(title, blocks):
    title = " ".join(title.splitlines())
    metadata = Metadata(title=title)
    digest = digest_article(metadata, blocks)
    check(digest, canonical_text(blocks), title)
    assert printed(digest) == printed(digest_article(metadata, blocks))
