"""`make bench`: the section of the digest measures every layer and knows when its goal is missed."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parent.parent.parent / "packaging" / "bench" / "digest.py"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script, with a small text; it finds the made-up reports beside the tests."""
    monkeypatch.syspath_prepend(str(FILE.parent))
    specification = importlib.util.spec_from_file_location("bench_digest", FILE)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    monkeypatch.setattr(module, "SIZES", {2_000: 1})
    yield module
    sys.modules.pop("reports", None)


def test_every_layer_is_measured_beside_the_peer(bench: ModuleType) -> None:
    rows = {row["what"]: row for row in bench.rows(rounds=1)}
    assert rows.keys() == {"whole digest", "form", *bench.LAYERS, "rjieba.tag"}
    assert rows["rjieba.tag"]["ratio"] == 1
    assert rows["whole digest"]["characters_per_second"] < rows["outline"]["characters_per_second"]


def test_a_goal_is_met_by_speed_or_on_a_slow_machine_by_the_ratio_to_the_peer(bench: ModuleType) -> None:
    fast = {"what": "whole digest", "characters_per_second": bench.GOAL, "ratio": 0.01}
    assert bench.is_met(fast) and bench.is_met(fast | {"characters_per_second": 1, "ratio": bench.PEER_SHARE})
    assert not bench.is_met(fast | {"characters_per_second": bench.GOAL - 1})
