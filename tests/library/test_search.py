"""Searching, held against looking for the words in every text one by one."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.model.annotation import Kind
from reader.model.blocks import Span
from reader.model.query import ArticleQuery, Field
from reader.text.folding import fold

# Few characters, so that words occur again and again: Han (one beyond U+FFFF, a Kangxi radical, a compatibility form),
# both widths, letters, digits, and signs.
ALPHABET = "党建社区治理〇\U0002cb4e⼤大豈ＡaBb３3０0 。，“”-_é\n"
texts = st.text(ALPHABET, min_size=1, max_size=24)
words = st.text(ALPHABET.replace("\n", "").replace(" ", ""), min_size=1, max_size=4)


def stands_in(word: str, text: str) -> bool:
    """What a person would call found: anywhere for Han and signs, at the beginning of a word for letters."""
    word, text = fold(word), fold(text)
    letter = r"[^\W_\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    begin = rf"(?<!{letter})" if re.match(letter, word) else ""
    return re.search(begin + re.escape(word), text) is not None


def is_plain_word(word: str) -> bool:
    """Not one that has a meaning in the syntax of queries."""
    return not (fold(word).startswith("-") or '"' in word or word.startswith("“"))


class Shelf:
    """A library and the same texts in a dictionary."""

    def __init__(self, library: Library, capture: Any, mark: Any) -> None:
        self.library, self._capture, self._mark = library, capture, mark
        self.articles: dict[str, tuple[str, str]] = {}
        self.notes: dict[str, tuple[str, str, str]] = {}

    def _made(self, title: str, text: str) -> Any:
        return self._capture(title, *text.split("\n"))

    def add(self, title: str, text: str) -> None:
        title = title.replace("\n", "")
        self.articles[self.library.articles.add(self._made(title, text)).id] = (title, text)

    def change(self, number: int, title: str, text: str) -> None:
        for id in sorted(self.articles)[number : number + 1]:
            title = title.replace("\n", "")
            self.library.articles.add_version(id, self._made(title, text))
            self.library.articles.edit(id, title=title)
            self.articles[id] = (title, text)

    def remove(self, number: int, title: str, text: str) -> None:
        for id in sorted(self.articles)[number : number + 1]:
            self.library.articles.delete([id])
            del self.articles[id]
            self.notes = {each: note for each, note in self.notes.items() if note[0] != id}
            if len(text) % 2:
                self.library.articles.purge([id])

    def annotate(self, number: int, note: str, quote: str) -> None:
        for id in sorted(self.articles)[number : number + 1]:
            made = self.library.annotations.add(self._mark(id, quote, note=note))
            self.notes[made.id] = (id, note, quote)


actions = st.lists(
    st.tuples(st.sampled_from(["add", "add", "change", "remove", "annotate"]), st.integers(0, 3), texts, texts),
    min_size=1,
    max_size=10,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=actions, asked=st.lists(words.filter(is_plain_word), min_size=1, max_size=8))
def test_the_index_finds_what_reading_everything_finds(
    tmp_path_factory: pytest.TempPathFactory, empty: bytes, capture: Any, mark: Any, actions: Any, asked: list[str]
) -> None:
    path = tmp_path_factory.mktemp("search") / "library.db"
    path.write_bytes(empty)
    with Library.open(path) as library:
        shelf = Shelf(library, capture, mark)
        with library.transaction():
            for action, number, title, text in actions:
                shelf.add(title, text) if action == "add" else getattr(shelf, action)(number, title, text)
        for word in asked:
            for sort in ("relevance", "date"):
                hits = library.index.search(word, sort=sort, limit=None)
                found = {field: {hit.article for hit in hits if hit.field is field} for field in Field}
                assert found[Field.TITLE] == {id for id, each in shelf.articles.items() if stands_in(word, each[0])}
                assert found[Field.TEXT] == {id for id, each in shelf.articles.items() if stands_in(word, each[1])}
                assert {hit.annotation for hit in hits if hit.annotation} == {
                    id
                    for id, (_, note, quote) in shelf.notes.items()
                    if stands_in(word, note) or stands_in(word, quote)
                }
                for hit in hits:
                    if hit.field is Field.TEXT:
                        text = shelf.articles[hit.article][1]
                        assert stands_in(word, text[hit.start : hit.end])
            listed = {id for id, each in shelf.articles.items() if any(stands_in(word, part) for part in each)}
            noted = {id for id, *parts in shelf.notes.values() if any(stands_in(word, part) for part in parts)}
            assert set(library.articles.ids(ArticleQuery(text=word))) == listed | noted
        assert library.health.check() == []


@pytest.fixture
def three(library: Library, capture: Any, mark: Any) -> dict[str, str]:
    pages = [
        capture(
            "云岭市党建引领基层治理", "青禾县有３７个社区，划分网格37个。", "Grid governance, GB/T 9704，二〇二二年。"
        ),
        capture("社区食堂", "党建、党建，还是党建。社区很大。", published="2020-01-01"),
        capture("无关", "党员大会议建设", source="党建网"),
    ]
    ids = {each.metadata.title: library.articles.add(each).id for each in pages}
    library.annotations.add(mark(ids["无关"], "党员", 0, note="与党建有关", kind=Kind.QUESTION))
    return ids


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("党", "云社无"),
        ("党建", "云社无"),
        ("引领基层", "云"),
        ("37个", "云"),
        ("３７", "云"),
        ("7个", ""),
        ("governance", "云"),
        ("ＧＯＶ", "云"),
        ("overnance", ""),
        ("9704", "云"),
        ("gb/t", "云"),
        ("二〇二二", "云"),
        ('"grid governance"', "云"),
        ('"governance grid"', ""),
        ("governance grid", "云"),
        ("党建 社区", "云社"),
        ("党建　社区", "云社"),
        ("党建 -食堂", "云无"),
        ('党建 -"grid gov"', "社无"),
        ("党建 －食堂", "云无"),
        ("“党建、党建”", "社"),
        ("，", "云社"),
        ("", ""),
        ('""', ""),
        ("-党建", ""),
        ("* OR NEAR(", ""),
        ("'", ""),
        ("\ud800", ""),
    ],
)
def test_syntax(library: Library, three: dict[str, str], query: str, found: str) -> None:
    hits = library.index.search(query)
    assert {hit.title[0] for hit in hits} == set(found)


def test_where_to_look(library: Library, three: dict[str, str]) -> None:
    def fields(query: str, *where: Field) -> set[str]:
        return {f"{hit.title[0]}{hit.field}" for hit in library.index.search(query, where or tuple(Field))}

    assert fields("党建") == {"云title", "社text", "无note"}
    assert fields("党建", Field.TITLE) == {"云title"}
    assert fields("党建", Field.TEXT) == {"社text"}
    assert fields("党员", Field.QUOTE) == {"无quote"}
    assert fields("党建", Field.QUOTE) == set()
    assert fields("党建 网格") == {"云text"}, "words of one query may stand in title and text"
    assert fields("党建 网格", Field.TEXT) == set()


def test_relevance_is_title_then_note_then_how_often(library: Library, three: dict[str, str]) -> None:
    assert [hit.title[0] for hit in library.index.search("党建")] == ["云", "无", "社"]
    assert [hit.title[0] for hit in library.index.search("党建", sort="date")][-1] == "社"
    assert len(library.index.search("党建", limit=2)) == 2


def test_a_hit_says_where_it_stands(library: Library, three: dict[str, str]) -> None:
    (hit,) = [hit for hit in library.index.search("37个") if hit.field is Field.TEXT]
    text = library.articles.content(three["云岭市党建引领基层治理"]).text
    assert text[hit.start : hit.end] == "３７个"
    assert [hit.snippet[span.start : span.end] for span in hit.hits] == ["３７个", "37个"]
    (title,) = [hit for hit in library.index.search("云岭") if hit.field is Field.TITLE]
    assert (title.snippet, title.hits, title.start) == ("云岭市党建引领基层治理", (Span(0, 2),), None)
    (quote,) = library.index.search("党员", [Field.QUOTE])
    assert (quote.annotation is not None, quote.start, quote.end) == (True, 0, 2)


def test_the_trash_is_never_found(library: Library, three: dict[str, str]) -> None:
    library.articles.delete([three["无关"]])
    assert "无" not in {hit.title[0] for hit in library.index.search("党建")}
    library.articles.undelete([three["无关"]])
    (note,) = library.annotations.list()
    library.annotations.delete([note.id])
    assert library.index.search("有关", [Field.NOTE]) == []


def test_matches_gives_ids(library: Library, three: dict[str, str]) -> None:
    assert library.index.matches("食堂") == {three["社区食堂"]}
    assert library.index.matches("党建网") == {three["无关"]}, "the source counts too"


@pytest.mark.parametrize("common", [3, 5000])
def test_more_candidates_than_are_looked_at(
    library: Library, capture: Any, monkeypatch: pytest.MonkeyPatch, common: int
) -> None:
    for name, value in (("CANDIDATES", 5), ("COMMON", common), ("NEWEST", 4)):
        monkeypatch.setattr(f"reader.library.question.{name}", value)
    with library.transaction():
        for number in range(12):
            library.articles.add(capture(f"第{number}篇", "治理", published=f"2020-01-{number + 1:02}"))
    assert len(library.index.search("治理")) == 5
    by_date = [hit.title for hit in library.index.search("治理", sort="date")]
    assert by_date == [f"第{number}篇" for number in reversed(range(12))]


def test_reindexing_finds_the_same(library: Library, three: dict[str, str]) -> None:
    before = library.index.search("党建")
    library.health.reindex()
    library.index.optimize()
    assert library.index.search("党建") == before
