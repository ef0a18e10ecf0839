"""The verbs about versions."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.changing import FIRST, INSERTED, REWORDED, SECOND, TITLE, ChangingPage

Reader = Callable[..., Any]


@pytest.fixture
def report(reader: Reader, changing: ChangingPage) -> str:
    """The id of the article as the changing first shows it."""
    return str(reader("add", changing.link, "--no-images", "--json").json[0]["id"])


def test_fetching_again_tells_what_changed(reader: Reader, changing: ChangingPage, report: str) -> None:
    reader("annotate", report, "--quote", "37名骨干")
    changing.show(*SECOND)
    told = reader("refetch", report[:8], "--json")
    assert told.status == 0
    (row,) = told.json
    expected = {
        "source": changing.link, "id": report, "status": "updated", "title": TITLE, "duplicate_of": None, "error": None,
        "version": 2, "inserted": 1, "deleted": 1, "reworded": 1, "carried": 1, "lost": 0, "stump": False,
    }  # fmt: skip
    assert row | expected == row
    again = reader("refetch", report)
    assert again.status == 0 and again.text.strip() == f"{report[:8]}  “{TITLE}” has not changed"


def test_one_failure_does_not_stop_the_others(reader: Reader, changing: ChangingPage, report: str) -> None:
    lost = reader("add", "-", "--json", stdin="没有网址的一段话，是从别处抄来的，写了几十个字。".encode()).json[0]["id"]
    changing.show(*SECOND)
    told = reader("refetch", lost, report, "--json")
    assert told.status == 1 and "no address" in told.err
    assert [(row["id"], row["status"], row["error"]) for row in told.json] == [
        (lost, "failed", "no_address"), (report, "updated", None),
    ]  # fmt: skip


def test_changes_for_people_and_for_scripts(reader: Reader, changing: ChangingPage, report: str) -> None:
    assert reader("changes", report).status == 1
    changing.show(*SECOND)
    reader("refetch", report)
    told = reader("changes", report)
    assert told.status == 0
    head, counts, *lines = told.text.splitlines()
    assert "1" in head and "2" in head and "1 inserted, 1 deleted, 1 reworded" in counts
    assert lines == [
        f"  {FIRST[0]}", f"+ {INSERTED}", f"  {FIRST[1]}",
        f"- {FIRST[2]}", f"+ {REWORDED}", f"- {FIRST[3]}", f"  {FIRST[4]}",
    ]  # fmt: skip
    rows = reader("changes", report, "--from", "1", "--to", "2", "--json").json
    assert [row["kind"] for row in rows] == ["kept", "inserted", "kept", "reworded", "deleted", "kept"]
    old, new = "\n".join(FIRST), "\n".join(SECOND)
    assert "\n".join(old[slice(*row["old"])] for row in rows if row["kind"] != "inserted") == old
    assert "\n".join(new[slice(*row["new"])] for row in rows if row["kind"] != "deleted") == new
    pieces = [(piece["kind"], old[slice(*piece["old"])] or new[slice(*piece["new"])]) for piece in rows[3]["pieces"]]
    assert ("deleted", "1,560") in pieces and ("inserted", "1,680") in pieces


def test_many_unchanged_paragraphs_are_one_line(reader: Reader, changing: ChangingPage) -> None:
    many = tuple(f"第{number}件实事是给{number + 3}个小区的居民装上了新的路灯，夜里走路更安心。" for number in range(9))
    changing.show(*many)
    article = reader("add", changing.link, "--json").json[0]["id"]
    changing.show(*many, INSERTED)
    reader("refetch", article)
    assert reader("changes", article).text.splitlines()[2:] == [
        "… 8 paragraphs unchanged …", f"  {many[8]}", f"+ {INSERTED}",
    ]  # fmt: skip


def test_orphans_come_with_a_suggestion_or_null(reader: Reader, changing: ChangingPage, report: str) -> None:
    for quote in ("评选出十名“金牌网格员”", "解决群众难题1,560件"):
        reader("annotate", report, "--quote", quote)
    third = FIRST[2].replace("解决群众难题1,560件", "协调处理各类难题诉求1,680余件次")
    changing.show(FIRST[0], FIRST[1], third, FIRST[4])
    reader("refetch", report)
    rows = {row["quote"]: row["suggestion"] for row in reader("annotations", report, "--orphans", "--json").json}
    assert set(rows) == {"评选出十名“金牌网格员”", "解决群众难题1,560件"}
    found = rows["解决群众难题1,560件"]
    text = reader("show", report, "--format", "text").text
    assert text[found["start"] : found["end"]] == found["quote"] and "难题" in found["quote"]
    assert found["passage"] == "3-1" and 0 < found["similarity"] < 0.6
    assert "perhaps here" in reader("annotations", report, "--orphans").text
    assert all("suggestion" not in row for row in reader("annotations", report, "--json").json)
