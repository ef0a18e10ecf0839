"""The worker process: killed when it takes too long, replaced when it dies, and safe wherever it is started from."""

import os
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from reader.capture import Parser
from reader.model.errors import CancelledError, CaptureError

SLOW = ("<p>" + "<p>基层治理工作，要抓实。</p>" * 250_000).encode()
SOURCE = {"media_type": "text/html", "name": "x", "url": None, "encoding": None}


def test_a_page_that_takes_too_long_ends_and_the_next_one_works(parser):
    with Parser(time_limit=0.5) as own:
        start = time.monotonic()
        with pytest.raises(CaptureError) as caught:
            own.ask({"do": "parse", "source": SOURCE}, SLOW)
        assert caught.value.code == "page_too_complex"
        assert time.monotonic() - start < 2
        own.time_limit = 10
        assert own.ask({"do": "parse", "source": SOURCE}, "<p>一句话，在这里。</p>".encode())["blocks"]


def test_cancelling_ends_parsing_at_once():
    cancel = threading.Event()
    with Parser() as own:
        threading.Timer(0.3, cancel.set).start()
        start = time.monotonic()
        with pytest.raises(CancelledError):
            own.ask({"do": "parse", "source": SOURCE}, SLOW, cancel)
        assert time.monotonic() - start < 1.5


def test_one_process_serves_many_requests(parser):
    first = parser.process_id
    for _ in range(3):
        parser.ask({"do": "parse", "source": SOURCE}, "<p>一句话，在这里。</p>".encode())
    assert parser.process_id is not None
    assert first in (None, parser.process_id)


def test_a_process_that_died_is_replaced():
    with Parser() as own:
        own.start()
        assert own.process_id is not None
        os.kill(own.process_id, 9)
        while own.process_id is not None:
            time.sleep(0.01)
        assert own.ask({"do": "parse", "source": SOURCE}, "<p>一句话，在这里。</p>".encode())


def test_closing_ends_the_process():
    own = Parser()
    own.start()
    process = own.process_id
    own.close()
    assert process is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_starts_from_a_script_without_a_main_guard_and_lends_nothing_from_its_folder(tmp_path: Path):
    (tmp_path / "lxml.py").write_text("raise SystemExit('taken from the working directory')", encoding="utf-8")
    (tmp_path / "page.html").write_text("<p>云岭市召开会议，部署工作。</p>", encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent("""
            import sys
            sys.path.pop(0)
            from reader.capture import capture
            print(capture("page.html").text)
        """),
        encoding="utf-8",
    )
    source = Path(__file__).resolve().parents[2] / "src"
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        timeout=20,
    )
    assert done.stdout.decode().strip() == "云岭市召开会议，部署工作。", done.stderr.decode()


def test_the_worker_has_no_qt(parser):
    code = "import sys, reader.capture.parsing, reader.capture.worker; print([m for m in sys.modules if 'PySide' in m])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


def test_a_fault_and_a_crash_are_logged_and_the_next_page_is_read(caplog):
    page = "<p>一句话，在这里。</p>".encode()
    with Parser() as own:
        with pytest.raises(CaptureError) as fault:
            own.ask({"do": "parse", "source": {"no": "such field"}}, page)
        own.start()
        threading.Timer(0.3, lambda: os.kill(own.process_id or 0, 9)).start()
        with pytest.raises(CaptureError) as crash:
            own.ask({"do": "parse", "source": SOURCE}, SLOW)
        assert own.ask({"do": "parse", "source": SOURCE}, page)
    for caught in (fault, crash):
        assert caught.value.code == "page_too_complex"
        assert "limit" not in caught.value.data, "that is for what took too long"
    assert "TypeError" in caplog.text
    assert "status -9" in caplog.text
