"""What stands above and below a paper, in words."""

import dataclasses

from reader.export.frame import attachment_lines, body_and_attachments, recipient_line
from reader.model.summary import Closing, Section, Summary

PAPER = Summary(("题",))


def test_attachments_are_numbered_where_there_are_several() -> None:
    def lines(*names: str) -> list[str]:
        return attachment_lines(dataclasses.replace(PAPER, closing=Closing(names)))

    assert lines() == []
    assert lines("议事规则。") == ["附件：议事规则"]
    assert lines("议事规则", "网格清单") == ["附件：1. 议事规则", "2. 网格清单"]


def test_whom_it_is_for_ends_with_one_colon() -> None:
    assert recipient_line("", PAPER.words) == ""
    for typed in ("各乡镇党委", "各乡镇党委：", "各乡镇党委:"):
        assert recipient_line(typed, PAPER.words) == "各乡镇党委："


def test_attachments_come_behind_the_closing() -> None:
    one, two, three = Section("一"), Section("附件1", starts_page=True), Section("（一）", 2)
    parts = body_and_attachments(dataclasses.replace(PAPER, sections=(one, two, three)))
    assert parts == ((one,), (two, three))
    assert body_and_attachments(PAPER) == ((), ())
