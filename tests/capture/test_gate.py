"""Extraction may get better and never worse: a small corpus that always runs, and the real one where it is present."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from .disguise import DISGUISES, disguised
from .extraction import extract

HERE = Path(__file__).parent
CORPUS = sorted((HERE / "corpus").glob("*.html"))
BASELINE = json.loads((HERE / "baseline.json").read_text(encoding="utf-8"))
LOWER_IS_BETTER = {"author_false", "bad_pages"}


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_small_corpus(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found = extract(path.read_bytes(), expected.pop("url"))
    assert found["body"].strip("\n") == expected["body"]
    assert {key: found[key] for key in expected} | {"body": ""} == expected | {"body": ""}


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_extraction", shared / "tools" / "score_extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(tool: ModuleType, folder: Path, disguise: str = "") -> dict[str, Any]:
    pages = tool.load([folder])
    found = {}
    for name, (html, gold) in pages.items():
        data = html.read_bytes()
        found[name] = extract(disguised(data, disguise) if disguise else data, gold.get("url") or "")
    right = sum(found[name]["encoding"] == gold.get("encoding") for name, (_, gold) in pages.items())
    return tool.evaluate(pages, found)[0] | {"charset": right / len(pages)}


def compare(measured: dict[str, Any], baseline: dict[str, float]) -> None:
    worse = {
        key: (round(measured[key], 4), limit)
        for key, limit in baseline.items()
        if (measured[key] > limit + 1e-9 if key in LOWER_IS_BETTER else measured[key] < limit - 1e-9)
    }
    assert not worse, f"extraction got worse (measured, baseline): {worse}"


def test_real_chinese_pages(shared: Path) -> None:
    compare(measure(scorer(shared), shared / "corpus" / "extraction"), BASELINE["chinese"])


@pytest.mark.parametrize("disguise", DISGUISES)
def test_real_chinese_pages_in_other_clothes(shared: Path, disguise: str) -> None:
    """What rules owe to names, titles and elements of single sites would be lost here."""
    compare(measure(scorer(shared), shared / "corpus" / "extraction", disguise), BASELINE["disguised"][disguise])


def test_real_english_pages_no_worse_than_trafilatura(shared: Path) -> None:
    import trafilatura

    tool, folder = scorer(shared), shared / "corpus" / "english"
    ours = measure(tool, folder)
    pages = tool.load([folder])
    theirs = {
        name: {"body": trafilatura.extract(html.read_bytes(), favor_precision=True, include_comments=False) or ""}
        for name, (html, _) in pages.items()
    }
    compare(ours, BASELINE["english"])
    assert ours["f1"] >= tool.evaluate(pages, theirs)[0]["f1"]


def test_the_seed(shared: Path) -> None:
    from reader.capture import capture

    article = capture(str(shared / "corpus" / "seed" / "kaiyuan.txt"))
    found = article.metadata
    assert found.title == "开原市:“一二三”模式开创党建引领基层治理新局面"
    assert (found.published, found.source, found.author) == ("2022-09-01", "辽沈智慧党建云平台", None)
    assert found.original_url == "https://www.lndj.gov.cn/portaluploads/html/site-5/info/43140.html"
    assert found.url is None
    gold = json.loads((shared / "corpus" / "digest" / "kaiyuan.json").read_text(encoding="utf-8"))
    dump = (shared / "corpus" / "seed" / "kaiyuan.txt").read_text(encoding="utf-8")
    assert len(article.text.split("\n")) == 4
    for start, end in gold["meta"]["boilerplate"]:
        assert dump[start:end] not in article.text
    first, last = dump.index("近年来"), dump.index("原文链接")
    assert "".join(article.text.split()) == "".join(dump[first:last].split())
