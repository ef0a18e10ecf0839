"""The language of the widgets."""

from PySide6.QtCore import QCoreApplication

from reader.ui.translation import Translation


def test_languages_come_and_go(qapp):
    translation = Translation(qapp)
    translation.use("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    translation.use("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
