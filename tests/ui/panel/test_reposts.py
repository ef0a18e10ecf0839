"""The section of the tab 信息 about where a text comes from and where else it stands."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.model.article import Resembling
from reader.model.reposts import Link, Reposts, Role
from reader.ui.panel.elided import ElidedLink
from reader.ui.panel.reposts import Joint, RepostSection
from reader.ui.parts import ElidedLabel

LEFT = Qt.MouseButton.LeftButton
SITE = Link(Role.SITE, "qinghe.example", "https://qinghe.example/1.html", "a1", "2026-03-02")
SOURCE = Link(Role.SOURCE, "云岭日报", "https://yunling.example/1.html", "b2", "2026-02-27")
ORIGINAL = Link(Role.ORIGINAL, "weixin.example", "https://weixin.example/s/1")


@pytest.fixture
def section(qtbot, panel, article, content):
    """The section at its place in the panel, 320 px wide."""
    made = RepostSection(panel.info._themes)
    panel.info.add_section(made)
    panel.show_article(article, content, [])
    panel.show_tab("info")
    return made


def place(section, role):
    return section.findChild(QPushButton, f"repost_{role.value}")


def words(section):
    """All that is written in it."""
    labels = section.findChildren(QLabel)
    return [each.full_text() if isinstance(each, ElidedLabel) else each.text() for each in labels]


@pytest.fixture
def likeness(make_article):
    def make(number, share, contained, is_longer=False, **fields):
        return Resembling(make_article(number, **fields), share, contained, is_longer)

    return make


def test_nothing_to_say_is_no_section(section):
    section.show_reposts(Reposts("a1", (SITE,)))
    assert not section.isVisible()
    section.show_reposts(Reposts("a1", (SITE, SOURCE)))
    assert section.isVisible()
    section.clear()
    assert not section.isVisible()


def test_the_chain_goes_from_the_site_to_the_original(qtbot, section):
    section.show_reposts(Reposts("a1", (SITE, SOURCE, ORIGINAL)))
    qtbot.waitUntil(place(section, Role.ORIGINAL).isVisible)
    heights = [place(section, role).mapTo(section, place(section, role).rect().center()).y() for role in Role]
    assert heights == sorted(heights) and len(set(heights)) == 3
    joints = section.findChildren(Joint)
    assert [joint._is_here for joint in joints] == [True, True, False]
    assert "saved from here · 2026-03-02 · this article" in words(section)
    assert "named as the source · 2026-02-27" in words(section)


def test_each_place_leads_to_where_it_is(qtbot, section):
    section.show_reposts(Reposts("a1", (SITE, SOURCE, ORIGINAL)))
    with qtbot.waitSignal(section.open_requested) as opened:
        QTest.mouseClick(place(section, Role.SITE), LEFT)
    assert opened.args == [SITE.url], "the article is open already; its page is elsewhere"
    with qtbot.waitSignal(section.article_requested) as asked:
        QTest.mouseClick(place(section, Role.SOURCE), LEFT)
    assert asked.args == ["b2"]
    with qtbot.waitSignal(section.open_requested) as opened:
        QTest.mouseClick(place(section, Role.ORIGINAL), LEFT)
    assert opened.args == [ORIGINAL.url]


def test_an_original_that_is_not_here_can_be_added(qtbot, section):
    section.show_reposts(Reposts("a1", (SITE, SOURCE, ORIGINAL)))
    (add,) = section.findChildren(QPushButton, "repostAdd")
    with qtbot.waitSignal(section.add_requested) as asked:
        QTest.mouseClick(add, LEFT)
    assert asked.args == [ORIGINAL.url]


def test_nothing_is_added_to_a_library_that_can_only_be_read(qtbot, themes):
    section = RepostSection(themes, read_only=True)
    qtbot.addWidget(section)
    section.show_reposts(Reposts("a1", (SITE, ORIGINAL)))
    assert section.findChildren(QPushButton, "repostAdd") == []


def test_what_a_page_calls_an_address_is_no_link_unless_it_is_one(section):
    dubious = dataclasses.replace(ORIGINAL, url="javascript:alert(1)", name="<b>x</b>")
    section.show_reposts(Reposts("a1", (SITE, Link(Role.SOURCE, "云岭日报"), dubious)))
    assert place(section, Role.SOURCE) is None and place(section, Role.ORIGINAL) is None
    assert section.findChildren(QPushButton, "repostAdd") == []
    assert "<b>x</b>" in words(section)


def test_a_likeness_is_a_number_a_title_and_where_it_is_from(qtbot, section, likeness):
    rows = (
        likeness(2, 0.985, 0.99, title="A & B <i>"),
        likeness(3, 0.3, 1.0, is_longer=True, published=None),
        likeness(4, 0.3, 0.999, source=None, published="2026-05-01"),
    )
    section.show_reposts(Reposts("a1", (), rows))
    assert [each.text() for each in section.findChildren(QLabel, "repostShare")] == ["98 %", "100 %", "99 %"]
    assert {"the same · 云岭日报 · 2026-03-01", "is in it · 云岭日报", "is in this · 2026-05-01"} <= set(words(section))
    first = section.findChildren(ElidedLink, "repostArticle")[0]
    assert first.accessibleName() == "A & B <i>"
    with qtbot.waitSignal(section.article_requested) as asked:
        QTest.mouseClick(first, LEFT)
    assert asked.args == [rows[0].article.id]


def test_long_names_never_make_the_panel_wider(qtbot, panel, section, likeness):
    long = "云岭市青禾区石桥街道党工委“一网三联”推进基层治理打通服务群众最后一公里" * 3
    chain = (SITE, dataclasses.replace(SOURCE, name=long), dataclasses.replace(ORIGINAL, name="x" * 300))
    section.show_reposts(Reposts("a1", chain, (likeness(2, 0.9, 0.9, title=long, source=long),)))
    qtbot.waitUntil(place(section, Role.ORIGINAL).isVisible)
    viewport = panel.info.viewport().width()
    for each in section.findChildren(QPushButton) + section.findChildren(QLabel):
        right = each.mapTo(panel.info.viewport(), each.rect().topRight()).x()
        assert right <= viewport, each.objectName()


def test_the_same_again_keeps_the_keyboard_where_it_is(section, likeness):
    reposts = Reposts("a1", (SITE, SOURCE), (likeness(2, 0.9, 0.9),))
    section.show_reposts(reposts)
    link = section.findChild(ElidedLink, "repostArticle")
    link.setFocus()
    section.show_reposts(dataclasses.replace(reposts))
    assert section.findChild(ElidedLink, "repostArticle") is link and link.hasFocus()
