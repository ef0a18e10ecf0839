"""Whether things may move."""

from PySide6.QtWidgets import QProxyStyle, QStyle

from reader.ui import motion


class Still(QProxyStyle):
    """A style as a system gives it whose user wants no animations."""

    def styleHint(self, hint, option=None, widget=None, returned=None):
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returned)


def test_the_style_of_the_system_decides(qapp, monkeypatch):
    assert not motion.is_reduced()
    style = Still()
    monkeypatch.setattr("reader.ui.motion.QApplication.style", staticmethod(lambda: style))
    assert motion.is_reduced()
