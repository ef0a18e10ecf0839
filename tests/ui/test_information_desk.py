"""The sections of the tab 信息, one below the other."""

from reader.ui.panel.attachments import AttachmentsSection
from reader.ui.panel.reposts import RepostSection
from reader.ui.panel.versions import VersionsSection


def test_every_section_is_in_the_tab_and_hears_what_is_open(window, session, captured, qtbot):
    first = session.capturing.store("", captured()).id
    second = session.capturing.store("", captured("另一篇报告，讲的是别的事情。", url="https://example.org/b.html")).id
    session.capturing.store("", captured("另一篇报告，改了一些地方。", url="https://example.org/b.html"))
    info = window.panel.info
    sections = [info.findChild(kind) for kind in (RepostSection, AttachmentsSection, VersionsSection)]
    assert all(sections)
    window.show_article(second)
    window.show_tab("info")
    qtbot.waitUntil(lambda: not sections[2].isHidden())
    window.show_article(first)
    assert sections[2].isHidden()


def test_a_link_that_is_to_be_added_reaches_the_list_of_tasks(window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(window.capture, "add_sources", asked.append)
    window.information.source_requested.emit("https://example.org/original.html")
    assert asked == [["https://example.org/original.html"]]
