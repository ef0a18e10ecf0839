"""Correct the Text: another part of the kept page, another charset, with what each would change beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.article import Recipe
from reader.services.revising import BodyLadder, CharsetChoice, Preview
from reader.ui.dialogs.choice_tree import ChoiceTree
from reader.ui.dialogs.difference import DifferenceView
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.parts import ElidedLabel, label, line

PREVIEW_AFTER = 80
"""Milliseconds of rest after which the text of a choice is asked for: keys held down pass over many."""
CONTROLS = 380
"""Width of the choices at the right, px."""


class CorrectionDialog(QDialog):
    """Asks for what it shows by signals; whoever listens answers with `set_…`. An encoding of "" and a body of ""
    are the program's own choices."""

    preview_requested = Signal(str, str)
    """(encoding, body)."""
    ladder_requested = Signal(str, str)
    """(encoding, body): in another charset the parts of the page have other names."""
    save_requested = Signal(str, str, bool)
    """(encoding, body, whether to remember the body for the site)."""
    forget_requested = Signal()
    """Remove the rule of the site."""

    def __init__(
        self, icons: Icons, say: Messages, title: str, recipe: Recipe, site: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("correctionDialog")
        self._icons, self._say, self._title, self._site = icons, say, title, site
        self._encoding, self._body = recipe.encoding or "", recipe.body
        self._rule = ""
        self._is_changed = self._is_waiting = False
        self._ladder: BodyLadder | None = None
        self._later = QTimer(self, singleShot=True, interval=PREVIEW_AFTER)
        self._later.timeout.connect(lambda: self.preview_requested.emit(self._encoding, self._body))
        self._make_parts()
        self._arrange()
        self._retranslate()
        self.set_rule("")
        self._fit()

    # ------------------------------------------------------------------ making
    def _make_parts(self) -> None:
        self._status = ElidedLabel(role="muted")
        self._text = DifferenceView(self._icons)
        self._text.setObjectName("correctionText")
        self._trouble = EmptyState(self._icons, "correctionTrouble")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._text)
        self._pages.addWidget(self._trouble)
        self._narrower, self._wider, self._reset = QPushButton(), QPushButton(), QPushButton()
        self._forget, self._cancel, self._save = QPushButton(), QPushButton(), QPushButton()
        names = ("Narrower", "Wider", "Reset", "Forget", "Cancel", "Save")
        buttons = (self._narrower, self._wider, self._reset, self._forget, self._cancel, self._save)
        for name, button in zip(names, buttons, strict=True):
            button.setObjectName(f"correction{name}")
            button.setAutoDefault(False)
        self._reset.setProperty("kind", "link")
        self._forget.setProperty("kind", "link")
        self._save.setProperty("kind", "primary")
        self._save.setDefault(True)
        self._save.setEnabled(False)
        self._steps, self._charsets = ChoiceTree("correctionSteps"), ChoiceTree("correctionCharsets")
        self._heads = {name: label(role="h2") for name in ("body", "charset")}
        self._hint = label(role="muted", wrap=True)
        self._remember = QCheckBox(objectName="correctionRemember")
        self._remembered = ElidedLabel(role="muted")
        self._narrower.clicked.connect(lambda: self._move(-1))
        self._wider.clicked.connect(lambda: self._move(1))
        self._reset.clicked.connect(self._on_reset)
        self._steps.currentItemChanged.connect(lambda _now, _before: self._on_step_chosen())
        self._charsets.currentItemChanged.connect(lambda _now, _before: self._on_charset_chosen())
        self._remember.toggled.connect(lambda _checked: self._show_buttons())
        self._forget.clicked.connect(self.forget_requested)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._status)
        left.addWidget(self._pages, 1)
        body = QHBoxLayout()
        body.setContentsMargins(22, 16, 22, 14)
        body.setSpacing(20)
        body.addLayout(left, 1)
        body.addWidget(self._build_controls())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(body, 1)
        rows.addWidget(line())
        rows.addLayout(self._build_buttons())

    def _build_controls(self) -> QWidget:
        box = QWidget()
        box.setFixedWidth(CONTROLS)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        moves = QHBoxLayout()
        moves.setSpacing(8)
        moves.addWidget(self._narrower)
        moves.addWidget(self._wider)
        moves.addStretch(1)
        moves.addWidget(self._reset)
        rows.addWidget(self._heads["body"])
        rows.addWidget(self._hint)
        rows.addLayout(moves)
        rows.addWidget(self._steps)
        rows.addWidget(self._remember)
        rule = QHBoxLayout()
        rule.addWidget(self._remembered, 1)
        rule.addWidget(self._forget)
        rows.addLayout(rule)
        rows.addSpacing(8)
        rows.addWidget(self._heads["charset"])
        rows.addWidget(self._charsets)
        rows.addStretch(1)
        return box

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(22, 10, 18, 12)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        return row

    def _fit(self) -> None:
        room = self.screen().availableGeometry().size() * 0.92
        self.resize(min(1080, room.width()), min(720, room.height()))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Correct the Text"))
        self._heads["body"].setText(self.tr("Part of the page"))
        self._heads["charset"].setText(self.tr("Charset"))
        self._narrower.setText(self.tr("&Narrower"))
        self._wider.setText(self.tr("&Wider"))
        self._reset.setText(self.tr("What the &program found"))
        self._remember.setText(self.tr("&Remember for pages of %1").replace("%1", self._site or ""))
        self._forget.setText(self.tr("&Forget"))
        self._cancel.setText(self.tr("Cancel"))
        self._save.setText(self.tr("Save"))
        self._text.setAccessibleName(self.tr("The text as it would be"))
        self._steps.setAccessibleName(self._heads["body"].text())
        self._charsets.setAccessibleName(self._heads["charset"].text())
        self._show_ladder()
        self.set_rule(self._rule)
        self._show_status()

    # ------------------------------------------------------------------ answers
    def set_ladder(self, ladder: BodyLadder) -> None:
        """The possible bodies; the present one is chosen."""
        is_first, self._ladder = self._ladder is None, ladder
        self._show_ladder()
        if is_first:
            (self._steps if ladder.steps else self._charsets).setFocus()

    def _show_ladder(self) -> None:
        steps = self._ladder.steps if self._ladder else ()
        self._hint.setText(
            self.tr("Choose how much of the page is the text. The former text stays as an older version.")
            if steps or self._ladder is None
            else self.tr("This is no web page: all of it is the text.")
        )
        for part in (self._narrower, self._wider, self._steps):
            part.setVisible(bool(steps))
        self._remember.setVisible(bool(steps and self._site))
        auto = self._ladder.auto if self._ladder else -1
        rows = []
        for number, step in enumerate(steps):
            size = self.tr("%1 characters").replace("%1", self.locale().toString(step.chars))
            found = self.tr("automatic") if number == auto else ""
            rows.append((step.body, step.name, " · ".join(filter(None, (found, size))), step.body))
        self._steps.set_rows(rows, stretched=0)
        bodies = [step.body for step in steps]
        if self._body in bodies:
            self._steps.choose(bodies.index(self._body))
        self._show_buttons()

    def set_charsets(self, choices: Sequence[CharsetChoice]) -> None:
        """The charsets with the beginning of the page in each; none for a document, which knows its own."""
        rows = [(each.encoding, each.name, each.line, each.line) for each in choices]
        self._charsets.set_rows(rows, stretched=1)
        for part in (self._heads["charset"], self._charsets):
            part.setVisible(bool(choices))
        if choices:
            self._charsets.choose(next((number for number, each in enumerate(choices) if each.is_present), 0))

    def set_preview(self, preview: Preview) -> None:
        """What the present choice would make of the text."""
        self._text.show_pieces(preview.pieces)
        self._pages.setCurrentWidget(self._text)
        codecs = self._charsets.values()
        if preview.encoding in codecs:
            self._charsets.choose(codecs.index(preview.encoding))
        self._is_changed, self._is_waiting = preview.is_changed, False
        self._show_status(preview.chars)
        self._show_buttons()

    def set_trouble(self, error: Exception) -> None:
        """The present choice gives no text."""
        self._trouble.show_state("triangle-alert", self.tr("No text"), self._say.error(error))
        self._pages.setCurrentWidget(self._trouble)
        self._is_changed = self._is_waiting = False
        self._show_status()
        self._show_buttons()

    def set_rule(self, body: str) -> None:
        """What is remembered for the site of this article; "" for nothing."""
        self._rule = body
        self._remembered.set_full_text(self.tr("Remembered for this site: %1").replace("%1", body) if body else "")
        self._remembered.setVisible(bool(body))
        self._forget.setVisible(bool(body))
        self._show_buttons()

    # ------------------------------------------------------------------ choosing
    def _show_status(self, chars: int = 0) -> None:
        if self._is_waiting or not chars:
            self._status.set_full_text(self._title)
            return
        added, removed = self._text.counts()
        number = self.locale().toString
        parts = [self.tr("%1 characters").replace("%1", number(chars))]
        parts += [self.tr("%1 added").replace("%1", number(added))] if added else []
        parts += [self.tr("%1 removed").replace("%1", number(removed))] if removed else []
        parts += [] if self._is_changed else [self.tr("as saved")]
        self._status.set_full_text(" · ".join(parts))

    def _show_buttons(self) -> None:
        row, last = self._steps.row(), self._steps.topLevelItemCount() - 1
        self._narrower.setEnabled(row > 0)
        self._wider.setEnabled(0 <= row < last)
        self._remember.setEnabled(bool(self._body) and self._body != self._rule)
        remembers = self._remember.isEnabled() and self._remember.isChecked()
        self._reset.setEnabled(bool(self._encoding or self._body))
        self._save.setEnabled(not self._is_waiting and (self._is_changed or remembers))

    def _move(self, by: int) -> None:
        self._steps.choose(self._steps.row() + by)
        self._on_step_chosen()

    def _on_step_chosen(self) -> None:
        self._body = self._steps.values()[self._steps.row()]
        self._ask()

    def _on_charset_chosen(self) -> None:
        self._encoding = self._charsets.values()[self._charsets.row()]
        self.ladder_requested.emit(self._encoding, self._body)
        self._ask()

    def _on_reset(self) -> None:
        is_other_charset = bool(self._encoding)
        self._encoding = self._body = ""
        if is_other_charset:
            self.ladder_requested.emit("", "")
        elif self._ladder and self._ladder.steps:
            self._steps.choose(self._ladder.auto)
        self._ask()

    def _ask(self) -> None:
        self._is_waiting = True
        self._show_buttons()
        self._later.start()

    def _on_save(self) -> None:
        remembers = self._remember.isEnabled() and self._remember.isChecked() and self._remember.isVisibleTo(self)
        self.save_requested.emit(self._encoding, self._body, remembers)
        self.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
