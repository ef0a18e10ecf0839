"""The catalogues: complete, alike in both languages, and with a sentence for every error that is raised."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from reader import paths
from reader.messages import LANGUAGES, Messages
from reader.model.errors import AmbiguousQuoteError, LibraryError, ReaderError

SOURCE = Path(__file__).resolve().parent.parent / "src" / "reader"
TOPICS = sorted({file.name for language in LANGUAGES for file in (paths.resources() / "messages" / language).glob("*")})


def entries(language: str, topic: str) -> list[tuple[str, str]]:
    """The (key, sentence) pairs of a catalogue as written, repeated keys included."""
    file = paths.resources() / "messages" / language / topic
    assert file.is_file(), f"resources/messages/{language}/{topic} is missing"
    pairs: list[tuple[str, str]] = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=list)
    return pairs


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("topic", TOPICS)
def test_languages_have_the_same_keys_and_places(topic: str) -> None:
    english, chinese = (dict(entries(language, topic)) for language in LANGUAGES)
    assert english.keys() == chinese.keys(), f"{topic}: only in one language: {english.keys() ^ chinese.keys()}"
    unlike = [key for key in english if key.startswith("error.") and places(english[key]) != places(chinese[key])]
    assert not unlike, f"{topic}: the languages name different facts: {unlike}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str) -> None:
    seen: dict[str, str] = {}
    for topic in TOPICS:
        for key, _ in entries(language, topic):
            assert key not in seen, f"{key} stands in {seen[key]} and {topic} of {language}"
            seen[key] = topic


@pytest.mark.parametrize("topic", TOPICS)
def test_places_have_plain_names(topic: str) -> None:
    for language in LANGUAGES:
        for key, sentence in entries(language, topic):
            strange = [name for name in places(sentence) if not name.isidentifier()]
            assert not strange, f"{language}/{topic} {key}: {strange}"


def test_sentences_of_errors_end_like_sentences() -> None:
    for topic in TOPICS:
        for language, ends in zip(LANGUAGES, (".!?”})", "。！？”}）"), strict=True):
            for key, sentence in entries(language, topic):
                if key.startswith("error."):
                    assert sentence.rstrip()[-1] in ends, f"{language} {key}: “{sentence}”"


def test_chinese_has_full_width_punctuation() -> None:
    half_width = re.compile(r"[\u4e00-\u9fff}][,;:?!](?=[\s\u4e00-\u9fff{]|$)|[\u4e00-\u9fff]\.(?=\s|$)")
    for topic in TOPICS:
        for key, sentence in entries("zh_CN", topic):
            if not key.startswith(("cli.more", "cli.epilog")):
                assert not half_width.search(sentence), f"{key}: “{sentence}”"


def error_classes() -> set[str]:
    found, todo = set(), [ReaderError]
    while todo:
        each = todo.pop()
        found.add(each.__name__)
        todo += each.__subclasses__()
    return found


def raised_codes() -> Iterator[tuple[str, str]]:
    """(where, code) of every error made with a literal code, `ReaderError` and its subclasses alike."""
    classes = error_classes()
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in classes and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield f"src/{file.relative_to(SOURCE.parent)}:{node.lineno}", code.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_a_sentence(language: str) -> None:
    say = Messages(language)
    codes = [*raised_codes(), ("model/errors.py", "ambiguous"), ("model/errors.py", "cancelled")]
    missing = [f"{where} raises “{code}”" for where, code in codes if not say.has(f"error.{code}")]
    assert not missing, f"no sentence in {language}:\n" + "\n".join(missing)


def test_errors_are_told_in_both_languages() -> None:
    error = LibraryError("library_newer", path="/tmp/library.db")
    for language in LANGUAGES:
        sentence = Messages(language).error(error)
        assert "/tmp/library.db" in sentence and "{" not in sentence
    assert "2" in Messages("en").error(AmbiguousQuoteError([{}, {}]))


def test_a_place_is_never_followed_into_an_object() -> None:
    say = Messages("en")
    assert say("error.library_newer", path="{0.__class__}").count("{0.__class__}") == 1


def test_an_unknown_key_shows_itself() -> None:
    assert Messages("en")("no.such.key") == "no.such.key"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8"}, "en"),
    ],
)
def test_the_language_follows_the_system(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert Messages().language == language
    assert Messages("xx").language == language
