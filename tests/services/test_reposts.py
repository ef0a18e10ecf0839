"""Reposts as a reader meets them: what is said when one is added, and the chain back to the original."""

import random
from collections.abc import Callable, Sequence

import pytest

from reader.model.article import AddOutcome, AddStatus, CapturedArticle
from reader.model.reposts import Link, Role
from reader.services.reposts import sentence
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]

PHRASES = ("云岭市青禾区", "坚持党建引领", "推进基层治理", "健全网格体系", "群众满意度持续提升", "议事协商", "石桥社区")
WORDS = "社区治理基层党建网格服务群众矛盾调解平安街道乡镇村委居委书记代表议事协商红色引领共享资源队伍培训考核清单公开"


def report(seed: int, paragraphs: int = 8) -> list[str]:
    """Paragraphs about fictional places; reports of other seeds have set phrases in common with them, no sentences."""
    chance = random.Random(seed)

    def clause() -> str:
        words = "".join(chance.choices(WORDS, k=12))
        return chance.choice((chance.choice(PHRASES), "")) + words + f"{chance.randint(11, 999)}项"

    return ["，".join(clause() for _ in range(9)) + "。" for _ in range(paragraphs)]


def edited(paragraphs: Sequence[str], part: float) -> list[str]:
    """So large a part of the characters replaced."""
    chance = random.Random(5)
    return ["".join("某" if chance.random() < part else each for each in text) for text in paragraphs]


@pytest.fixture
def store(session: Session, captured: Capture) -> Callable[..., AddOutcome]:
    def add(paragraphs: Sequence[str], url: str | None, **metadata: str) -> AddOutcome:
        return session.capturing.store(url or "file", captured(*paragraphs, url=url, **metadata))

    return add


Store = Callable[..., AddOutcome]
HERE, THERE = "https://www.yunling.example/a.html", "https://www.qinghe.example/b.html"


def test_a_repost_with_edits_is_linked_and_the_share_told(session: Session, store: Store) -> None:
    first = store(report(1), HERE, title="甲报告")
    outcome = store(edited(report(1), 0.03), THERE, title="乙报告")
    assert (outcome.status, outcome.duplicate_of) == (AddStatus.ADDED, first.id)
    assert outcome.id and session.reading.article(outcome.id).duplicate_of == first.id
    assert outcome.resembling and 0.93 < outcome.resembling.share < 0.99
    key, data = sentence(outcome)
    assert (key, data["title"], data["other"]) == ("added.same", "乙报告", "甲报告")
    assert isinstance(data["percent"], int) and 93 <= data["percent"] < 99


def test_a_repost_with_the_same_title_is_told_by_its_site(store: Store) -> None:
    store(report(1), HERE, title="同题", site="yunling.example")
    key, data = sentence(store(edited(report(1), 0.03), THERE, title="同题", site="qinghe.example"))
    assert (key, data["other"]) == ("added.same", "yunling.example")


def test_the_same_text_is_a_twin_of_the_first(store: Store) -> None:
    first = store(report(1), HERE)
    second = store(report(1), THERE)
    third = store(report(1), "https://third.example/c.html")
    assert second.duplicate_of == third.duplicate_of == first.id
    assert sentence(third)[0] == "added.twin"
    assert third.resembling and third.resembling.percent == 100


def test_a_short_text_is_linked_with_its_twin_only(store: Store) -> None:
    first = store(["定于三月一日召开学习会。"], HERE)
    assert store(["定于三月二日召开学习会。"], THERE).duplicate_of is None
    assert store(["定于三月一日召开学习会。"], "https://third.example/c.html").duplicate_of == first.id


def test_an_excerpt_stands_in_the_whole_and_the_whole_holds_it(store: Store) -> None:
    whole = store(report(1), HERE, title="全文")
    excerpt = store(report(1)[2:5], THERE, title="摘登")
    assert excerpt.duplicate_of == whole.id
    assert sentence(excerpt) == ("added.excerpt", {"title": "摘登", "other": "全文", "percent": 100})
    store(report(2)[2:5], "https://third.example/c.html", title="简讯")
    longer = store(report(2), "https://fourth.example/d.html", title="长文")
    assert sentence(longer) == ("added.whole", {"title": "长文", "other": "简讯", "percent": 100})


def test_reports_on_the_same_subjects_are_not_linked(store: Store, session: Session) -> None:
    outcomes = [store(report(seed), f"https://site{seed}.example/") for seed in range(10)]
    assert all(outcome.duplicate_of is None and outcome.resembling is None for outcome in outcomes)
    assert sentence(outcomes[0]) == ("added.added", {"title": outcomes[0].title})
    assert all(session.reposts.resembling(outcome.id) == () for outcome in outcomes if outcome.id)


def test_what_lies_in_the_trash_is_not_linked_with(store: Store, session: Session) -> None:
    first = store(report(1), HERE)
    assert first.id
    session.organising.delete([first.id])
    assert store(edited(report(1), 0.03), THERE).duplicate_of is None


def test_a_page_that_is_here_already_is_only_said_to_be(store: Store) -> None:
    store(report(1), HERE)
    store(report(1), THERE)
    assert sentence(store(report(1), THERE))[0] == "added.duplicate"


def test_the_likest_comes_first_and_half_of_a_text_is_a_likeness(store: Store, session: Session) -> None:
    asked = store(report(1), HERE)
    near = store(edited(report(1), 0.08), THERE)
    half = store(report(1)[:4] + report(2)[:3], "https://third.example/c.html")
    assert half.duplicate_of is None, "half of a text is no repost"
    assert asked.id
    found = session.reposts.resembling(asked.id)
    assert [each.article.id for each in found] == [near.id, half.id]
    assert 0.5 < found[1].contained < 0.75 and not found[1].is_longer


def test_the_number_of_a_like_text_is_never_rounded_up_to_all(store: Store) -> None:
    text = report(1, 40)
    store(text, HERE)
    outcome = store([*text[:-1], text[-1].replace("。", "完。")], THERE)
    assert outcome.resembling and 0.995 < outcome.resembling.share < 1
    assert sentence(outcome)[1]["percent"] == 99


def test_an_older_library_is_got_ready(store: Store, session: Session) -> None:
    first, second = store(report(1), HERE), store(edited(report(1), 0.03), THERE)
    with session.library._engine.transaction() as connection:
        connection.execute("DELETE FROM sketches")
        connection.execute("UPDATE articles SET duplicate_of = NULL")
    assert session.reposts.sketch_missing(1) == 1
    session.reposts.sketch_all()
    assert session.reposts.sketch_missing() == 0
    assert first.id and [each.article.id for each in session.reposts.resembling(first.id)] == [second.id]


# ---- the chain


def test_a_chain_without_the_library_names_what_the_page_says(store: Store, session: Session) -> None:
    outcome = store(
        report(1), THERE, site="qinghe.example", source="云岭日报", original_url="HTTPS://News.Yunling.example/1.html"
    )
    assert outcome.id
    assert session.reposts.about(outcome.id).chain == (
        Link(Role.SITE, "qinghe.example", THERE, outcome.id, "2026-03-02"),
        Link(Role.SOURCE, "云岭日报"),
        Link(Role.ORIGINAL, "news.yunling.example", "https://news.yunling.example/1.html"),
    )


def test_the_original_is_the_article_saved_from_there(store: Store, session: Session) -> None:
    original = store(report(2), HERE, published="2026-01-05", source="政研室")
    outcome = store(report(1), THERE, source="云岭日报", original_url=HERE + "#top")
    assert outcome.id
    assert session.reposts.about(outcome.id).chain[-1] == Link(
        Role.ORIGINAL, "yunling.example", HERE, original.id, "2026-01-05"
    )
    assert original.id
    session.organising.delete([original.id])
    assert session.reposts.about(outcome.id).chain[-1].article is None, "the trash is no place to go"


def test_the_source_is_the_earliest_publication_with_this_text(store: Store, session: Session) -> None:
    def chain_of(outcome: AddOutcome) -> tuple[Link, ...]:
        assert outcome.id
        return session.reposts.about(outcome.id).chain

    store(report(9), HERE, source="云岭日报", published="2026-01-01", site="yunling.example")
    store(report(1), HERE + "?2", source="云岭日报", published="2026-01-09", site="yunling.example")
    first = store(report(1), HERE + "?1", source="云岭 日报", published="2026-01-02", site="yunling.example")
    store(
        report(1), "https://c.example/", source="云岭日报", published="2026-01-01", site="c.example", original_url=HERE
    )
    late = store(report(1), THERE, source="云岭日报", published="2026-03-01", site="qinghe.example")
    assert chain_of(late)[1] == Link(Role.SOURCE, "云岭日报", HERE + "?1", first.id, "2026-01-02")
    assert [link.role for link in chain_of(first)] == [Role.SITE, Role.SOURCE]
    assert chain_of(first)[1].article is None, "what stands on its own site has no other publication"


def test_source_and_original_in_one_place_are_one_link(store: Store, session: Session) -> None:
    first = store(report(1), HERE, source="云岭日报", published="2026-01-02", site="yunling.example")
    late = store(report(1), THERE, source="云岭日报", site="qinghe.example", original_url=HERE)
    assert late.id
    assert session.reposts.about(late.id).chain[1:] == (Link(Role.ORIGINAL, "云岭日报", HERE, first.id, "2026-01-02"),)


def test_a_page_that_names_itself_as_the_original_has_none(store: Store, session: Session) -> None:
    outcome = store(report(1), HERE, original_url=HERE + "#part")
    assert outcome.id
    assert [link.role for link in session.reposts.about(outcome.id).chain] == [Role.SITE, Role.SOURCE]


def test_a_pasted_text_begins_with_its_source(store: Store, session: Session) -> None:
    outcome = store(report(1), None)
    assert outcome.id
    assert [link.role for link in session.reposts.about(outcome.id).chain] == [Role.SOURCE]
