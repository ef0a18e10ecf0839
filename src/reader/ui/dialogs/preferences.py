"""Preferences: edits a copy of the settings and announces it; whoever listens saves and applies it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.model.article import SiteRule
from reader.settings import Settings
from reader.ui.dialogs.export_details import STYLES
from reader.ui.dialogs.sample import Sample
from reader.ui.dialogs.segments import Segments
from reader.ui.dialogs.site_rules import SiteRuleList
from reader.ui.icons import Icons
from reader.ui.parts import label, line
from reader.ui.theme import FACES

LANGUAGES = ("", "zh_CN", "en")
THEME_CHOICES = ("auto", "light", "sepia", "dark")
DAY_CHOICES = ("light", "sepia")
SLIDERS = {"text_size": (14, 28, 1.0), "line_height": (14, 24, 0.1), "measure": (28, 44, 1.0)}
"""Field to the range of its slider, and what one step of the slider is worth."""


class PreferencesDialog(QDialog):
    """`applied` comes on OK and on Apply with an edited copy; the settings handed in are never changed."""

    applied = Signal(object)
    """(Settings)."""
    rule_removed = Signal(str)
    """(site): removed at once, whatever becomes of the dialog; the window calls `set_rules` again."""

    def __init__(self, settings: Settings, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self._settings = settings
        self._captions: dict[str, QLabel] = {}
        self._headings: dict[str, QLabel] = {}
        self._sample = Sample(icons)
        self._build()
        self._retranslate()
        self._fill(settings)
        self._fit()

    # ------------------------------------------------------------------ making
    def _build(self) -> None:
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(24, 20, 24, 20)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._build_fields()
        self._scroll = QScrollArea()
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(line())
        rows.addLayout(self._build_buttons())

    def _build_fields(self) -> None:
        self._language = QComboBox()
        for language in LANGUAGES:
            self._language.addItem("", language)
        self._name = QLineEdit()
        self._theme = Segments("settingsTheme", THEME_CHOICES)
        self._day = Segments("settingsDay", DAY_CHOICES)
        self._font = Segments("settingsFont", tuple(FACES))
        self._sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        self._style = QComboBox()
        for style, name in STYLES.items():
            self._style.addItem(name, style)
        self._add_heading("general")
        self._add("language", self._language, "settingsLanguage")
        self._add("name", self._name, "settingsName")
        self._add_heading("look")
        self._add("theme", self._theme, "settingsTheme")
        self._add("day", self._day, "settingsDay")
        self._add_heading("text")
        self._add("font", self._font, "settingsFont")
        for name in SLIDERS:
            self._add(name, self._build_slider(name), f"settings_{name}")
        self._grid.addWidget(self._sample, self._grid.rowCount(), 0, 1, 2)
        self._add_heading("papers")
        self._add("style", self._style, "settingsStyle")
        self._rules = SiteRuleList()
        self._rules.removed.connect(self.rule_removed)
        self._add_heading("sites")
        self._grid.addWidget(self._rules, self._grid.rowCount(), 0, 1, 2)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.set_rules(())
        self._font.chosen.connect(self._show_sample)
        self._theme.chosen.connect(lambda theme: self._day.setEnabled(theme == "auto"))

    def set_rules(self, rules: Sequence[SiteRule]) -> None:
        """Where the text stands on the pages of sites, as the reader said; a part of the dialog only when there are."""
        self._rules.set_rules(rules)
        self._headings["sites"].setVisible(bool(rules))
        if rules:
            self._fit()

    def _add_heading(self, name: str) -> None:
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, 6)
            row += 1
        self._headings[name] = label(role="h2")
        self._grid.addWidget(self._headings[name], row, 0, 1, 2)

    def _add(self, name: str, field: QWidget, object_name: str) -> None:
        field.setObjectName(object_name)
        self._captions[name] = label(role="muted")
        self._captions[name].setBuddy(field)
        row = self._grid.rowCount()
        self._grid.addWidget(self._captions[name], row, 0)
        self._grid.addWidget(field, row, 1)

    def _build_slider(self, name: str) -> QWidget:
        low, high, _ = SLIDERS[name]
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(f"settingsSlider_{name}")
        slider.setRange(low, high)
        slider.setPageStep(2)
        slider.valueChanged.connect(self._show_sample)
        self._sliders[name] = slider
        self._values[name] = label(role="muted")
        self._values[name].setMinimumWidth(self.fontMetrics().horizontalAdvance("0000"))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(slider, 1)
        row.addWidget(self._values[name])
        return box

    def _build_buttons(self) -> QHBoxLayout:
        self._apply, self._cancel, self._ok = QPushButton(), QPushButton(), QPushButton()
        self._ok.setProperty("kind", "primary")
        self._ok.setDefault(True)
        for name, button in (("Apply", self._apply), ("Cancel", self._cancel), ("Ok", self._ok)):
            button.setObjectName(f"settings{name}")
        self._apply.setAutoDefault(False)
        self._apply.clicked.connect(self._on_applied)
        self._cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self._on_accepted)
        row = QHBoxLayout()
        row.setContentsMargins(24, 10, 18, 12)
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self._apply, self._cancel, self._ok):
            row.addWidget(button)
        return row

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        captions = {
            "language": self.tr("Language"),
            "name": self.tr("Your name"),
            "theme": self.tr("Theme"),
            "day": self.tr("By day"),
            "font": self.tr("Typeface"),
            "text_size": self.tr("Size"),
            "line_height": self.tr("Line height"),
            "measure": self.tr("Characters per line"),
            "style": self.tr("Citations"),
        }
        for name, text in captions.items():
            self._captions[name].setText(text)
            (self._sliders.get(name) or self._captions[name].buddy()).setAccessibleName(text)
        headings = {
            "general": self.tr("General"),
            "look": self.tr("Appearance"),
            "text": self.tr("Text of articles"),
            "papers": self.tr("Papers"),
            "sites": self.tr("Remembered text of sites"),
        }
        for name, text in headings.items():
            self._headings[name].setText(text)
        for row, name in enumerate((self.tr("Follow the system"), self.tr("Chinese"), self.tr("English"))):
            self._language.setItemText(row, name)
        light, sepia = self.tr("Light"), self.tr("Sepia")
        self._theme.name_all((self.tr("Follow the system"), light, sepia, self.tr("Dark")))
        self._day.name_all((light, sepia))
        self._day.setToolTip(self.tr("What “Follow the system” shows while the system is light"))
        self._font.name_all((self.tr("Song"), self.tr("Hei"), self.tr("Fangsong")))
        self._name.setPlaceholderText(self.tr("Shown on your marks and papers"))
        self._apply.setText(self.tr("Apply"))
        self._cancel.setText(self.tr("Cancel"))
        self._ok.setText(self.tr("OK"))
        self._show_sample()

    def _fit(self) -> None:
        """As large as the content, within the screen."""
        wanted = self._scroll.widget().sizeHint()
        room = self.screen().availableGeometry().size() * 0.9
        self.setMinimumWidth(min(max(520, wanted.width() + 16), room.width()))
        self.resize(self.minimumWidth(), min(wanted.height() + 64, room.height()))

    # ------------------------------------------------------------------ reading
    def _fill(self, settings: Settings) -> None:
        self._language.setCurrentIndex(max(0, self._language.findData(settings.language)))
        self._name.setText(settings.reader_name)
        self._theme.set_value(settings.theme)
        self._day.set_value(settings.day_theme)
        self._day.setEnabled(settings.theme == "auto")
        self._font.set_value(settings.font)
        for name, slider in self._sliders.items():
            slider.setValue(round(getattr(settings, name) / SLIDERS[name][2]))
        self._style.setCurrentIndex(max(0, self._style.findData(settings.citation_style)))
        self._show_sample()

    def settings(self) -> Settings:
        """An edited copy."""
        return replace(
            self._settings,
            language=self._language.currentData(),
            reader_name=self._name.text().strip(),
            theme=self._theme.value(),
            day_theme=self._day.value(),
            font=self._font.value(),
            text_size=self._sliders["text_size"].value(),
            line_height=round(self._sliders["line_height"].value() * SLIDERS["line_height"][2], 1),
            measure=self._sliders["measure"].value(),
            citation_style=self._style.currentData(),
        )

    def _show_sample(self, _value: object = None) -> None:
        settings = self.settings()
        for name, shown in self._values.items():
            shown.setText(str(getattr(settings, name)))
        text = self.tr(
            "Reports are read to be discussed. Mark what counts, write down what you think, and take it to the meeting."
        )
        self._sample.show_sample(text, settings)

    def _on_applied(self) -> None:
        self._settings = self.settings()
        self.applied.emit(replace(self._settings))

    def _on_accepted(self) -> None:
        self._on_applied()
        self.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
