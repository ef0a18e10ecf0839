"""Deleting from the index leaves nothing behind."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import Library, index

WORDS = st.lists(st.text("党建社区aB3 ，", max_size=12), min_size=1, max_size=6)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=WORDS)
def test_what_was_put_and_taken_back_is_gone(library: Library, texts: list[str]) -> None:
    engine = library._engine
    with engine.transaction() as connection:
        before = None
        for text in [*texts, None]:
            index.put(connection, index.MARK, 7, before, text)
            before = text
        for token in {word for text in texts for word in index.bag(text).split()}:
            sql = f"SELECT count(*) FROM {index.MARK} WHERE {index.MARK} MATCH ?"
            assert connection.execute(sql, (f'"{token}"',)).fetchone()[0] == 0


def test_edited_titles_are_found_by_the_new_words_only(library: Library, capture: Any) -> None:
    id = library.articles.add(capture("旧名", "正文", source="旧源")).id
    library.articles.edit(id, title="新名", source="新源")
    assert [library.index.found(word) != set() for word in ("旧名", "旧源", "新名", "新源", "正文")] == [
        False, False, True, True, True
    ]  # fmt: skip
