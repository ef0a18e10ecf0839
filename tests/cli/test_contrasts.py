"""The verb that sets reports side by side, and the paper made of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.side_by_side import readings

from reader.model.digest import Digest
from reader.services.digesting import Digested, Digesting

Reader = Callable[..., Any]


@pytest.fixture
def ids(reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The ids of the three made-up reports, in the library with their digests."""
    digests = {each.text: Digested(each.digest, each.text) for each in readings()}

    def digested(digesting: Any, article: str) -> Digested:
        return digests[digesting._library.articles.content(article).text]

    monkeypatch.setattr(Digesting, "digested", digested)
    found = []
    for number, each in enumerate(readings()):
        file = tmp_path / f"{number}.md"
        file.write_text(f"# {each.title}\n\n" + each.text.replace("\n", "\n\n"), encoding="utf-8")
        told = reader("add", file, "--title", each.title, "--json")
        assert told.status == 0, told.err
        found.append(str(told.json[0]["id"]))
    return found


def test_the_tables_as_json(reader: Reader, ids: list[str]) -> None:
    told = reader("contrast", *ids, "--json")
    assert told.status == 0 and told.json.keys() == {"version", "reports", "figures", "practices"}
    assert [(each["id"], each["name"]) for each in told.json["reports"]][:2] == [(ids[0], "清河市"), (ids[1], "白石县")]
    row = next(row for row in told.json["figures"] if row["label"] == "网格党支部")
    assert row["unit"] == "个" and row["cells"][2] is None
    assert row["cells"][1] == {
        "text": "近1178个",
        "mentions": [{"text": "近1178个", "start": 24, "end": 30, "passage": "2-1", "wording": "网格党支部"}],
    }
    text = reader("show", ids[1], "--format", "text").text
    assert text[24:30] == "近1178个"
    assert [row["level"] for row in told.json["practices"]] == [1, 2, 1, 1]


@pytest.mark.parametrize(("language", "words"), [("zh_CN", ("数据对照", "未载")), ("en", ("Figures", "not stated"))])
def test_the_tables_for_people(reader: Reader, ids: list[str], language: str, words: tuple[str, str]) -> None:
    told = reader("contrast", *ids, "--lang", language)
    assert told.status == 0 and all(word in told.text for word in words)
    assert "近1178个" in told.text and "[2]白石县" in told.text


def test_reports_that_say_nothing_to_compare(reader: Reader, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Digesting, "digested", lambda *_: Digested(Digest(), ""))
    told = reader("contrast", *ids, "--lang", "en")
    assert told.status == 0 and "No figures were found" in told.text and "No outline was found" in told.text


def test_one_article_is_not_enough(reader: Reader, ids: list[str], tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    for command in (("contrast",), ("export", "--template", "compare", "--format", "md", "-o", file)):
        told = reader(*command, ids[0], ids[0], "--lang", "en")
        assert told.status == 1 and "at least two articles" in told.err and not file.exists()
    assert reader("contrast").status == 2


@pytest.mark.parametrize(("format", "beginning"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!"), ("md", b"---")])
def test_the_paper(reader: Reader, ids: list[str], tmp_path: Path, format: str, beginning: bytes) -> None:
    file = tmp_path / f"对比.{format}"
    told = reader("export", *ids, "--template", "compare", "--format", format, "-o", file, "--lang", "zh_CN")
    assert told.status == 0, told.err
    assert file.read_bytes().startswith(beginning)
    if format in ("md", "html"):
        text = file.read_text(encoding="utf-8")
        assert "做法对照" in text and "近1178个" in text and "未载" in text and "参考文献" in text
