"""The verb about waiting links, and links that begin to wait when they are added."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..portal import Portal

Reader = Callable[..., Any]


def test_a_failed_link_waits_and_is_fetched(reader: Reader, portal: Portal) -> None:
    link = portal.link(1)
    told = reader("add", link, "--title", "学习材料一", "--json")
    assert told.status == 1
    (row,) = told.json
    assert (row["status"], row["error"], row["waiting"]) == ("failed", "fetch_connection", True)
    assert "waits" in told.err
    (listed,) = reader("waiting", "--json").json
    assert listed.keys() == {"id", "source", "added", "tried", "attempts", "error"}
    assert (listed["source"], listed["attempts"], listed["error"]) == (link, 1, "fetch_connection")
    assert link in reader("waiting").text
    portal.start()
    fetched = reader("waiting", "--fetch", "--json")
    assert fetched.status == 0
    assert [(each["status"], each["title"]) for each in fetched.json] == [("added", "学习材料一")]
    assert reader("waiting", "--json").json == []
    assert "No links" in reader("waiting").text


def test_no_wait(reader: Reader, portal: Portal) -> None:
    told = reader("add", portal.link(1), "--no-wait", "--json")
    assert told.status == 1 and told.json[0]["waiting"] is False and "waits" not in told.err
    assert reader("waiting", "--json").json == []


def test_fetching_in_vain_fails_and_dropping_ends_it(reader: Reader, portal: Portal) -> None:
    reader("add", portal.link(1))
    told = reader("waiting", "--fetch", "--json")
    assert told.status == 1 and told.json[0]["waiting"] is True
    (listed,) = reader("waiting", "--json").json
    assert listed["attempts"] == 2
    wrong = reader("waiting", "--drop", listed["id"] + 5, "--json")
    assert wrong.status == 1 and wrong.json["error"] == "not_waiting"
    assert reader("waiting", "--drop", listed["id"]).status == 0
    assert reader("waiting", "--json").json == []


def test_fetch_and_drop_exclude_each_other(reader: Reader) -> None:
    assert reader("waiting", "--fetch", "--drop", "1").status == 2


def test_the_links_of_a_list_are_added(reader: Reader, portal: Portal, tmp_path: Path) -> None:
    portal.start()
    bookmarks = tmp_path / "bookmarks.html"
    bookmarks.write_text(f'<DL><DT><A HREF="{portal.link(1)}">甲</A><DT><A HREF="{portal.link(2)}">乙</A></DL>')
    told = reader("add", "--links", bookmarks, "--json")
    assert told.status == 0 and [each["status"] for each in told.json] == ["added", "added"]
    empty = tmp_path / "empty.txt"
    empty.write_text("没有链接")
    assert reader("add", "--links", empty, "--json").json["error"] == "list_without_links"
    assert reader("add", "--links", tmp_path / "missing.txt").status == 1
    assert reader("add").status == 2
