"""The language of the widgets: Qt's translators, English in the source."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from reader import paths

FILE_DIALOG = (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"))
"""Words of Qt's own file dialog, shown where the desktop has none, that Qt's Chinese file does not know."""


class Translation(QObject):
    """Installs the translators of a language; every widget is told by a LanguageChange event."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Speak "zh_CN" or "en"."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        QLocale.setDefault(QLocale(language))
        folders = (
            (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}"),
            (str(paths.resources() / "i18n"), f"reader_{language}"),
        )
        for folder, name in folders:
            translator = QTranslator(self)
            # English has no file of Qt's own: it is the language of the source. Ours holds the plural forms.
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)
