"""Reposts in the window: asked for in the background, for the open article only; and the journey of a reader."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.ui.panel.elided import ElidedLink

LEFT = Qt.MouseButton.LeftButton
WORDS = "社区治理基层党建网格服务群众矛盾调解平安街道乡镇村委居委书记代表议事协商红色引领共享资源队伍培训考核清单公开"


def report(seed):
    chance = random.Random(seed)
    return ["，".join("".join(chance.choices(WORDS, k=11)) for _ in range(7)) + "。" for _ in range(10)]


def edited(paragraphs, part=0.05):
    chance = random.Random(2)
    return ["".join("某" if chance.random() < part and each not in "，。" else each for each in text)
            for text in paragraphs]  # fmt: skip


def links(window):
    return window.information.reprints.findChildren(ElidedLink, "repostArticle")


@pytest.fixture
def store(session, captured):
    def add(seed, site, paragraphs=None, **metadata):
        url = f"https://{site}.example/1.html"
        made = captured(*(paragraphs or report(seed)), url=url, site=f"{site}.example", **metadata)
        return session.capturing.store(url, made).id

    return add


def page(folder, name, paragraphs, source):
    """A saved page of a portal."""
    body = "".join(f"<p>　　{each}</p>" for each in paragraphs)
    file = folder / f"{name}.html"
    file.write_text(
        f"<html><head><meta charset='utf-8'><title>{name}</title></head><body><h1>{name}</h1>"
        f"<div class='info'>发布时间：2026-05-06 来源：{source}</div><div class='article-content'>{body}</div>"
        "</body></html>",
        encoding="utf-8",
    )
    return str(file)


def test_a_report_its_repost_and_the_way_back(window, session, qtbot, tmp_path):
    first, second = "青禾区的网格这样织密", "网格织得密 群众办事近"
    with qtbot.waitSignal(window.reading.opened, timeout=20000):
        window.capture.add_sources([page(tmp_path, first, report(1), "云岭日报")])
    with qtbot.waitSignal(window.reading.opened, timeout=20000):
        window.capture.add_sources([page(tmp_path, second, edited(report(1)), "江岸在线")])
    assert window.reading.article.title == second
    qtbot.waitUntil(lambda: "% the same as" in window.toast.text())
    assert f"“{first}”" in window.toast.text()
    window.show_tab("info")
    qtbot.waitUntil(lambda: len(links(window)) == 1, timeout=5000)
    assert 90 <= int(window.information.reprints.findChild(QLabel, "repostShare").text().split()[0]) <= 97
    window.panel.info.ensureWidgetVisible(links(window)[0])
    QTest.mouseClick(links(window)[0], LEFT)
    assert window.reading.article.title == first
    # And from there to the other again.
    qtbot.waitUntil(lambda: [each.accessibleName() for each in links(window)] == [second], timeout=5000)


def test_only_the_article_that_is_open_is_spoken_of(window, store, qtbot):
    one, two = store(1, "a", title="甲"), store(1, "b", edited(report(1)), title="乙")
    other, lone = store(2, "c", title="丙"), store(3, "d", title="丁")
    twin = store(2, "e", edited(report(2)), title="戊")
    window.work.announcer.articles_changed.emit([one, two, other, lone, twin])
    for article in (one, other, one, lone, two, other):
        window.show_article(article)
    qtbot.waitUntil(lambda: [each.accessibleName() for each in links(window)] == ["戊"], timeout=5000)
    qtbot.wait(200)
    assert [each.accessibleName() for each in links(window)] == ["戊"]
    window.show_article(lone)
    assert links(window) == [] or not window.information.reprints.isVisible()
    qtbot.wait(200)
    assert not any(each.isVisible() for each in links(window))


def test_what_comes_later_is_seen_without_opening_again(window, session, store, qtbot):
    one = store(1, "a", title="甲")
    window.work.announcer.articles_changed.emit([one])
    window.show_article(one)
    two = store(1, "b", edited(report(1)), title="乙")
    window.work.announcer.articles_changed.emit([two])
    qtbot.waitUntil(lambda: [each.accessibleName() for each in links(window)] == ["乙"], timeout=5000)
    session.organising.delete([two])
    window.work.announcer.articles_changed.emit([two])
    qtbot.waitUntil(lambda: not links(window), timeout=5000)


def test_the_original_is_added_from_the_chain(window, store, qtbot, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(window.capture, "add_sources", asked.append)
    one = store(1, "a", original_url="https://weixin.example/s/1")
    window.work.announcer.articles_changed.emit([one])
    window.show_article(one)
    window.show_tab("info")
    qtbot.waitUntil(lambda: window.information.reprints.findChild(QPushButton, "repostAdd") is not None, timeout=5000)
    add = window.information.reprints.findChild(QPushButton, "repostAdd")
    window.panel.info.ensureWidgetVisible(add)
    QTest.mouseClick(add, LEFT)
    assert asked == [["https://weixin.example/s/1"]]


def test_an_older_library_is_got_ready_when_the_window_opens(make_window, session, store, qtbot):
    one = store(1, "a", title="甲")
    store(1, "b", edited(report(1)), title="乙")
    with session.library._engine.transaction() as connection:
        connection.execute("DELETE FROM sketches")
        connection.execute("DELETE FROM sketch_keys")
        connection.execute("UPDATE articles SET duplicate_of = NULL")
    window = make_window()
    window.show_article(one)
    qtbot.waitUntil(lambda: [each.accessibleName() for each in links(window)] == ["乙"], timeout=5000)
