"""The digest may get better and never worse: the labelled texts and the seed, where they are present."""

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.cli.digests import digest_row
from reader.services.digesting import digest_file

# The scorer leaves its files to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

BASELINE = {
    "figures value+unit (core)": 1.0,
    "figures value+unit (all)": 1.0,
    "acc:figure_approx": 1.0,
    "acc:figure_object": 0.96,
    "outline (reports only)": 1.0,
    "outline (long docs)": 1.0,
    "acc:outline_level": 1.0,
    "documents": 1.0,
    "acc:document_verb": 1.0,
    "terms": 0.99,
    "dates (explicit)": 1.0,
    "dates (all)": 0.98,
    "acc:date_norm": 1.0,
    "orgs": 0.88,
    "acc:model": 0.9,
    "model_false_positives": 0,
    "acc:key_hits_at_5": 0.87,
}
"""Measures of the scorer, F1 or the share that is right. A number is raised when the code has become better, and never
lowered."""
LOWER_IS_BETTER = {"model_false_positives"}


def rows(path: str) -> dict[str, Any]:
    """The JSON of a text, as the command line prints it."""
    return json.loads(json.dumps(digest_row(digest_file(path))))


@cache
def measured(shared: Path) -> dict[str, float]:
    """Every measure of the scorer over all labelled texts; a measure without a case is missing."""
    specification = importlib.util.spec_from_file_location("score_digest", shared / "tools" / "score_digest.py")
    assert specification is not None and specification.loader is not None
    tool = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(tool)
    found = tool.evaluate(str(shared / "corpus" / "digest"), rows)
    return {
        name: value.get("F1", value.get("acc")) if isinstance(value, dict) else value for name, value in found.items()
    }


@pytest.mark.parametrize("measure", BASELINE)
def test_labelled_texts(shared: Path, measure: str) -> None:
    value, limit = measured(shared)[measure], BASELINE[measure]
    assert value is not None, f"nothing was found to be judged by {measure}"
    is_worse = value > limit if measure in LOWER_IS_BETTER else value < limit
    assert not is_worse, f"{measure} got worse: measured {value}, baseline {limit}"


@pytest.fixture
def seed(shared: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was found in the seed, and what is right."""
    labels = shared / "corpus" / "digest" / "kaiyuan.json"
    return rows(str(labels.with_suffix(".txt"))), json.loads(labels.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("layer", "keys", "number"),
    [
        ("outline", ("start", "end", "title", "marker", "level"), 8),
        ("figures", ("start", "end", "value", "value2", "unit"), 25),
        ("documents", ("start", "end", "verb"), 1),
        ("chains", ("start", "end", "nodes"), 1),
    ],
)
def test_the_seed_is_complete(
    seed: tuple[dict[str, Any], dict[str, Any]], layer: str, keys: tuple[str, ...], number: int
) -> None:
    found, right = ([{key: item[key] for key in keys} for item in digest[layer]] for digest in seed)
    assert found == right
    assert len(found) == number


def test_the_model_of_the_seed_and_its_three_parts(seed: tuple[dict[str, Any], dict[str, Any]]) -> None:
    found, right = seed
    assert {key: found["model"][key] for key in right["model"]} == right["model"]
    assert [part["text"] for part in found["model"]["parts"]] == ["一套体系", "两化驱动", "三项举措"]


def test_what_head_and_foot_of_the_seed_say(seed: tuple[dict[str, Any], dict[str, Any]]) -> None:
    found, right = (digest["meta"] for digest in seed)
    assert {key: found[key] for key in right} == right
    assert len(found["boilerplate"]) == 11


def test_hints_at_what_a_secretary_would_work_out_of_the_seed(seed: tuple[dict[str, Any], dict[str, Any]]) -> None:
    found, _ = seed
    figures = found["figures"]
    said = {(hint["kind"], *(figures[index]["text"] for index in hint["figures"])) for hint in found["hints"]}
    assert said == {("sum", "65家", "37家", "28家"), ("product", "300户", "448个")}
