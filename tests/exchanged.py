"""Articles with annotations of every sort, as they travel."""

import datetime
import hashlib
import uuid
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from reader.anchoring import describe
from reader.model.annotation import Annotation, Kind
from reader.model.article import Metadata
from reader.model.interchange import ExchangedArticle
from reader.text.folding import clean, one_line
from reader.text.passages import Passages

TEXT = "青禾区有37个社区。\n𬭎桥街道“一网三联”😀，37个网格，𬭎桥街道再有37人。\n=1+1 是算式。"
ABOUT = Metadata(
    title="青禾区：“一网三联”",
    published="2026-03-02",
    source="云岭日报",
    author="王小明",
    original_url="https://example.org/original.html",
    url="https://example.org/a.html",
    site="example.org",
    language="zh",
)

lines = st.text(max_size=30).map(clean)
names = st.text(min_size=1, max_size=12).map(clean).map(one_line).filter(bool)
moments = st.datetimes(min_value=datetime.datetime(2000, 1, 1)).map(
    lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ")
)
days = st.dates(min_value=datetime.date(1000, 1, 1)).map(lambda day: day.isoformat())


def mark(text: str, start: int, end: int, id: str, **facts: object) -> Annotation:
    """A mark of text[start:end], with everything that follows from the place."""
    quote = describe(text, start, end).quote
    return replace(
        Annotation(id, "a" * 32, 1, Kind.KEY, created="2026-11-02T08:00:00Z", modified="2026-11-02T08:00:00Z"),
        quote=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        start=start,
        end=end,
        passage=Passages(text).number(start, end),
        **facts,  # type: ignore[arg-type]
    )


@st.composite
def exchanged(draw: st.DrawFn) -> ExchangedArticle:
    """An article of any text with up to four annotations: overlapping, lost, on the whole, with and without facts."""
    text = draw(st.lists(lines, min_size=1, max_size=4).map("\n".join))
    made = []
    for _ in range(draw(st.integers(0, 4))):
        facts = {
            "kind": draw(st.sampled_from(Kind)),
            "note": draw(st.text(max_size=40).map(clean)),
            "tags": tuple(draw(st.lists(names, max_size=3, unique=True))),
            "owner": draw(st.none() | names),
            "due": draw(st.none() | days),
            "creator": draw(st.just("") | names),
            "created": draw(moments),
            "modified": draw(moments),
        }
        id = uuid.UUID(int=draw(st.integers(0, 2**128 - 1))).hex
        if any(each.id == id for each in made):
            continue
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        if text[start:end].strip():
            annotation = mark(text, start, end, id, **facts)
            if draw(st.booleans()):
                annotation = replace(annotation, start=None, end=None, passage=None, orphan=True)
        else:
            facts["note"] = facts["note"] if str(facts["note"]).strip() else "批"
            annotation = Annotation(id, "a" * 32, 1, **facts)  # type: ignore[arg-type]
        made.append(annotation)
    return _article(text, made)


def _article(text: str, marks: list[Annotation]) -> ExchangedArticle:
    return ExchangedArticle(
        ABOUT,
        tuple(marks),
        id="a" * 32,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        fetched="2026-11-02T08:00:00Z",
        tags=("党建", "基层 治理"),
    )


@pytest.fixture
def article() -> ExchangedArticle:
    """Overlapping marks with astral characters before them, a task, a lost mark and a note on the whole."""
    at = TEXT.index("“一网三联”😀，37个网格")
    task = Annotation("0" * 32, "a" * 32, 1, Kind.ACTION, note="拟方案", owner="张明", due="2026-12-01")
    lost = Annotation("3" * 32, "a" * 32, 1, Kind.QUESTION, quote="已经删去的话", prefix="前文", orphan=True)
    moment = "2026-11-03T09:10:11Z"
    return _article(
        TEXT,
        [
            replace(task, created=moment, modified=moment),
            mark(TEXT, at, at + 13, "1" * 32, kind=Kind.BORROW, note="=SUM(A1)\n-第二行", tags=("试点", "a,b;c")),
            mark(TEXT, at + 8, at + 11, "2" * 32, kind=Kind.DATA, creator="小林"),
            replace(lost, created=moment, modified=moment),
        ],
    )
