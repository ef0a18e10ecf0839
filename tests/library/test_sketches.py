"""Near-duplicates: who is found, who is not, and how an older library catches up."""

import random
from typing import Any

import pytest

from reader.library import Library
from reader.model.errors import NotFoundError


def report(seed: int, length: int = 1500) -> str:
    """A made-up report: no run of it stands in that of another seed."""
    return "".join(random.Random(seed).choices([chr(0x4E00 + number) for number in range(900)], k=length))


def edited(text: str, part: float, seed: int = 9) -> str:
    """So large a part of the characters replaced."""
    chance = random.Random(seed)
    return "".join("某" if chance.random() < part else each for each in text)


@pytest.fixture
def filled(library: Library, capture: Any) -> Library:
    """Twenty reports that have nothing in common."""
    for seed in range(100, 120):
        library.articles.add(capture(f"报告之{seed}", report(seed)))
    return library


def rows(library: Library, table: str) -> int:
    with library._engine.reading() as connection:
        found: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return found


BASE = report(1, 3000)
VARIANTS = {
    "headers": report(2, 120) + BASE + report(3, 120),
    "3 % edited": edited(BASE, 0.03),
    "8 % edited": edited(BASE, 0.08),
    "a third": BASE[900:1900],
    "a twentieth": BASE[900:1050],
    "sections swapped": BASE[:500] + BASE[1500:2500] + BASE[500:1500] + BASE[2500:],
    "punctuation": "，".join(BASE[start : start + 20] for start in range(0, len(BASE), 20)),
}


@pytest.mark.parametrize("variant", list(VARIANTS))
def test_a_repost_is_found_from_both_sides(filled: Library, capture: Any, variant: str) -> None:
    first = filled.articles.add(capture("原文", BASE)).id
    second = filled.articles.add(capture("转载", VARIANTS[variant])).id
    assert filled.sketches.candidates(first, 5) == [second]
    if variant != "a twentieth":  # of 24 keys of the long text, one in the excerpt is a matter of luck
        assert filled.sketches.candidates(second, 5) == [first]


def test_the_likeliest_comes_first_and_the_limit_holds(filled: Library, capture: Any) -> None:
    asked = filled.articles.add(capture("原文", BASE)).id
    parts = (0.08, 0.0, 0.03)
    ids = [filled.articles.add(capture("转载", edited(BASE, part) + "尾")).id for part in parts]
    assert filled.sketches.candidates(asked, 9) == [ids[1], ids[2], ids[0]]
    assert filled.sketches.candidates(asked, 1) == [ids[1]]


def test_set_phrases_are_no_likeness(filled: Library, capture: Any) -> None:
    phrases = report(50, 200)
    ids = [filled.articles.add(capture("报告", report(seed) + phrases)).id for seed in range(200, 240)]
    assert filled.sketches.candidates(ids[0], 9) == []
    repost = filled.articles.add(capture("转载", edited(report(200), 0.03) + phrases)).id
    assert filled.sketches.candidates(ids[0], 9)[0] == repost


def test_what_lies_in_the_trash_is_left_out(library: Library, capture: Any) -> None:
    first = library.articles.add(capture("原文", BASE)).id
    near = library.articles.add(capture("转载", edited(BASE, 0.03))).id
    same = library.articles.add(capture("转载", BASE)).id
    library.articles.link(near, first)
    assert library.sketches.candidates(first, 9) == [same, near]
    library.articles.delete([near, same])
    assert library.sketches.candidates(first, 9) == []
    library.articles.undelete([near])
    assert library.sketches.candidates(first, 9) == [near]


def test_a_short_text_is_found_by_the_letter_only(library: Library, capture: Any) -> None:
    first = library.articles.add(capture("通知", "定于三月一日召开学习会。")).id
    library.articles.add(capture("通知", "定于三月二日召开学习会。"))
    same = library.articles.add(capture("通知", "定于三月一日召开学习会。")).id
    assert library.sketches.candidates(first, 9) == [same]


def test_linked_articles_stay_candidates_whatever_became_of_their_texts(library: Library, capture: Any) -> None:
    first = library.articles.add(capture("原文", BASE)).id
    second = library.articles.add(capture("转载", report(7))).id
    library.articles.link(second, first)
    assert library.sketches.candidates(first, 9) == [second]
    assert library.sketches.candidates(second, 9) == [first]


def test_a_new_version_replaces_the_sketch(library: Library, capture: Any) -> None:
    first = library.articles.add(capture("原文", BASE)).id
    second = library.articles.add(capture("转载", BASE)).id
    library.articles.add_version(second, capture("转载", report(7)))
    assert library.sketches.candidates(first, 9) == []
    assert (rows(library, "sketches"), rows(library, "sketch_keys")) == (2, 48)
    library.articles.add_version(second, capture("转载", "撤稿"))
    assert rows(library, "sketch_keys") == 24


def test_what_is_removed_for_ever_leaves_nothing(library: Library, capture: Any) -> None:
    gone = library.articles.add(capture("原文", BASE)).id
    library.articles.purge([gone])
    assert (rows(library, "sketches"), rows(library, "sketch_keys")) == (0, 0)


def test_a_failed_transaction_leaves_no_sketch(library: Library, capture: Any) -> None:
    with pytest.raises(RuntimeError), library.transaction():
        library.articles.add(capture("原文", BASE))
        raise RuntimeError
    assert (rows(library, "sketches"), rows(library, "sketch_keys")) == (0, 0)


def test_an_older_library_catches_up_step_by_step(library: Library, capture: Any) -> None:
    ids = [library.articles.add(capture("原文", edited(BASE, 0.03, seed))).id for seed in range(5)]
    library.articles.add_version(ids[4], capture("原文", BASE))
    with library._engine.transaction() as connection:
        connection.execute("DELETE FROM sketches")
        connection.execute("DELETE FROM sketch_keys")
    assert library.sketches.candidates(ids[0], 9) == []
    assert [library.sketches.sketch_missing(2) for _ in range(4)] == [2, 2, 1, 0]
    assert set(library.sketches.candidates(ids[0], 9)) == set(ids[1:])


def test_an_unknown_article_is_an_error(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.sketches.candidates("0" * 32, 9)


def test_either_sqlite_will_do(either_library: Library, capture: Any) -> None:
    first = either_library.articles.add(capture("原文", BASE)).id
    second = either_library.articles.add(capture("转载", edited(BASE, 0.03))).id
    assert either_library.sketches.candidates(first, 9) == [second]
