"""`make fuzz`: the same seed makes the same pages, and a small run goes the whole way through the window."""

import importlib.util
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parent.parent.parent / "packaging"
PAGE = (
    "<html><head><meta charset=utf-8><title>青禾县：小网格托起大民生</title></head><body><h1>小网格托起大民生</h1>"
    "<table><tr><td>镇</td><td>户</td></tr></table><p>近年来，青禾县选派网格员126名。</p></body></html>"
).encode()


@pytest.fixture
def fuzz(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """The script, writing into a folder of the test's own; its parts are imported as it imports them."""
    monkeypatch.syspath_prepend(str(FOLDER))
    specification = importlib.util.spec_from_file_location("fuzz_script", FOLDER / "fuzz.py")
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    monkeypatch.setitem(sys.modules, "fuzz_script", module)
    specification.loader.exec_module(module)
    monkeypatch.setattr(module, "FOLDER", tmp_path / "fuzz")
    yield module
    for name in [name for name in sys.modules if name.partition(".")[0] == "fuzzing"]:
        del sys.modules[name]


@pytest.fixture
def mutators(fuzz: ModuleType) -> ModuleType:
    return sys.modules["fuzzing.mutators"]


def test_every_mutator_is_decided_by_its_seed(mutators: ModuleType) -> None:
    for mutator in mutators.MUTATORS:
        made = [mutator(PAGE, random.Random(f"7:{number}")) for number in range(12)]
        assert made == [mutator(PAGE, random.Random(f"7:{number}")) for number in range(12)], mutator.__name__
        assert any(page != PAGE for page in made), mutator.__name__
        assert len(set(made)) > 1, mutator.__name__


def test_no_mutator_stumbles_over_an_empty_or_strange_page(mutators: ModuleType) -> None:
    for page in (b"", b"\xff", b"<", b"<p>" * 3, bytes(range(256))):
        for mutator in mutators.MUTATORS:
            for number in range(6):
                assert isinstance(mutator(page, random.Random(number)), bytes), mutator.__name__


def test_a_page_is_known_by_seed_and_number(mutators: ModuleType) -> None:
    samples = [PAGE, PAGE.replace(b"126", b"216")]
    first = [mutators.mutated(samples, 3, number) for number in range(60)]
    assert first == [mutators.mutated(samples, 3, number) for number in range(60)]
    assert first != [mutators.mutated(samples, 4, number) for number in range(60)]
    assert all(len(page) <= mutators.LARGEST and 1 <= len(names) <= 4 for page, names in first)
    assert len({name for _, names in first for name in names}) > 15


def test_forty_pages_go_the_whole_way(fuzz: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    samples = [PAGE, *(file.read_bytes() for file in sorted((FOLDER.parent / "tests/capture/corpus").glob("*.html")))]
    found = run(fuzz, samples, 40)
    assert (found.pages, found.crashes, found.hangs, found.exceptions, found.problems) == (40, [], [], [], [])
    assert found.saved == found.exported > 25
    assert found.saved + sum(found.refused.values()) == 40
    # A machine that runs other tests besides may stall; what computes for so long is ours.
    assert not [said for said in found.stalls.values() if said["own"] > 5 * 200]


def run(fuzz: ModuleType, samples: list[bytes], count: int) -> object:
    """Lead pages through one window, without the tally on the screen."""
    import threading

    fuzz.FOLDER.mkdir(parents=True)
    server = fuzz._Server(("127.0.0.1", 0), type("Handler", (fuzz._Handler,), {"pages": samples}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = fuzz.Findings()
    fuzz.lead(range(count), 11, server.server_port, found)
    server.shutdown()
    server.server_close()
    return found


def test_a_window_that_dies_is_a_crash_and_the_rest_goes_on(fuzz: ModuleType) -> None:
    """What it had not finished when it died is noted; a fault that was logged is counted with its page."""
    found = fuzz.Findings()
    script = (
        "import json, os\n"
        "for said in ({'event': 'begun', 'page': 1}, {'event': 'begun', 'page': 2},\n"
        "             {'event': 'refused', 'page': 1, 'code': 'no_text', 'killed': False, 'seconds': 1},\n"
        "             {'event': 'exception', 'text': \"failed on {'name': '2.html'}\"},\n"
        "             {'event': 'stall', 'page': 2, 'ms': 300, 'own': 250, 'doing': '', 'adding': [], 'where': []}):\n"
        "    print(json.dumps(said), flush=True)\n"
        "os.abort()\n"
    )
    import subprocess

    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert fuzz.follow(process, found) == ({1, 2}, False)
    assert found.crashes == [2]
    assert found.exceptions == [(2, "failed on {'name': '2.html'}")]
    assert fuzz.report(found, 1, 7, 1.0) == 1


def test_nothing_wrong_is_success(fuzz: ModuleType) -> None:
    found = fuzz.Findings(pages=2, saved=1, exported=1, killed=[5])
    assert fuzz.report(found, 0, 7, 1.0) == 0
