"""The words of the window: nothing is missing in Chinese, and no place for a number or a name is lost on the way."""

import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
PLACES = re.compile(r"%n|%\d|\{\w*\}")
MNEMONIC = re.compile(r"&(\w)")


class Text(NamedTuple):
    """One text of a .ts file; `forms` are its translations, several where it counts something."""

    context: str
    source: str
    forms: tuple[str, ...]


def texts(name: str) -> list[Text]:
    found = []
    for context in ElementTree.parse(FOLDER / f"{name}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = tuple(form.text or "" for form in translation) or (translation.text or "",)
            found.append(Text(context.findtext("name") or "", message.findtext("source") or "", forms))
    return found


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """The program that keeps the .ts and .qm files; it is not part of the package."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_everything_is_translated_and_in_step_with_the_source(
    translations: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = translations.check()
    assert not failed, capsys.readouterr().out


def test_a_guess_of_the_tool_counts_as_missing(translations: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "some.ts"
    path.write_text(
        "<TS><context><name>A</name>"
        "<message><source>Done</source><translation>完成</translation></message>"
        '<message><source>Close</source><translation type="unfinished">关闭</translation></message>'
        "<message><source>Open</source><translation></translation></message>"
        '<message numerus="yes"><source>%n mark(s)</source>'
        "<translation><numerusform>%n mark</numerusform><numerusform></numerusform></translation></message>"
        "</context></TS>",
        "utf-8",
    )
    assert translations.missing(path) == ["Close", "Open", "%n mark(s)"]


@pytest.mark.parametrize("name", ["reader_zh_CN", "reader_en"])
def test_every_place_for_a_number_or_a_name_is_kept(name: str) -> None:
    lost = [
        (text.context, text.source, form)
        for text in texts(name)
        for form in text.forms
        if sorted(PLACES.findall(form)) != sorted(PLACES.findall(text.source))
    ]
    assert not lost


def test_english_counts_have_two_forms_and_chinese_one() -> None:
    for text in texts("reader_en"):
        assert len(text.forms) == 2, text
        assert not any("(s)" in form for form in text.forms), text
    assert all(len(text.forms) == 1 for text in texts("reader_zh_CN"))


def test_chinese_has_full_width_punctuation() -> None:
    beside = re.compile(r"[\u4e00-\u9fff][,.:;!?](?!\w)|[\u4e00-\u9fff]\((?!&)|\)[\u4e00-\u9fff]")
    odd = [(text.context, form) for text in texts("reader_zh_CN") for form in text.forms if beside.search(form)]
    assert not odd


def test_a_mnemonic_of_english_is_the_last_word_of_the_chinese_entry() -> None:
    for text in texts("reader_zh_CN"):
        (form,) = text.forms
        if MNEMONIC.search(text.source):
            assert re.search(r"\(&[A-Z]\)[…：]?$", form), text
            assert form.endswith("…") == text.source.endswith("…"), text
        else:
            assert "&" not in form, text


def _menus(words: dict[str, str]) -> list[tuple[str, list[str]]]:
    """(title, texts of its entries) of the bar, every menu and every submenu."""
    from reader.ui.actions import ACTIONS, MENUS

    by_id = {row.id: row.text for row in ACTIONS}
    found = [("bar", [words[title] for title, _ in MENUS])]

    def walk(title: str, entries: tuple[object, ...]) -> None:
        shown = []
        for entry in entries:
            if isinstance(entry, tuple):
                walk(*entry)
                shown.append(words[entry[0]])
            elif entry:
                shown.append(words[by_id[str(entry)]])
        found.append((title, shown))

    for title, entries in MENUS:
        walk(title, entries)
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_two_entries_of_a_menu_share_a_mnemonic_or_a_text(language: str) -> None:
    actions = [text for text in texts("reader_zh_CN") if text.context == "Actions"]
    words = {text.source: text.source if language == "en" else text.forms[0] for text in actions}
    for title, entries in _menus(words):
        keys = [found[1].upper() for entry in entries if (found := MNEMONIC.search(entry))]
        assert len(keys) == len(entries), (title, entries)
        assert len(set(keys)) == len(keys), (title, entries)
        plain = [re.sub(r"\(&\w\)|&", "", entry) for entry in entries]
        assert len(set(plain)) == len(plain), (title, entries)


def test_the_compiled_files_speak(qapp: object) -> None:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from reader.ui.translation import Translation

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translation = Translation(app)
    spoken = QCoreApplication.translate
    try:
        translation.use("zh_CN")
        assert spoken("Actions", "&File") == "文件(&F)"
        assert spoken("Kinds", "To borrow") == "可借鉴"
        assert spoken("ArticleList", "%n article(s)", "", 2) == "2 篇文章"
        translation.use("en")
        assert spoken("Actions", "&File") == "&File"
        assert spoken("ArticleList", "%n article(s)", "", 1) == "1 article"
        assert spoken("ArticleList", "%n article(s)", "", 2) == "2 articles"
    finally:
        translation.use("en")
