"""The order of the articles of a paper."""

from PySide6.QtCore import Qt

from reader.ui.dialogs.article_order import ArticleOrder


def test_they_stand_in_the_given_order_all_chosen_each_on_one_line(qtbot, themes, make_article):
    order = ArticleOrder([make_article(n, f"A&B <i>{n}</i>\n" + "长" * 80) for n in range(1, 4)])
    qtbot.addWidget(order)
    assert [int(key, 16) for key in order.ids()] == [1, 2, 3]
    assert "\n" not in order.item(0).text()
    assert "&lt;i&gt;" in order.item(0).toolTip()
    order.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert [int(key, 16) for key in order.ids()] == [1, 3]
