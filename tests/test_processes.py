"""Processes of our own: started over their streams, ended with them."""

from reader import processes


def test_a_process_answers_over_its_streams_and_ends() -> None:
    process = processes.start("reader.services.apart")
    assert process.stdin is not None and process.stdout is not None and process.poll() is None
    processes.end(process)
    assert process.poll() is not None
    assert process.stdin.closed and process.stdout.closed


def test_ending_none_or_what_has_ended_is_nothing() -> None:
    processes.end(None)
    process = processes.start("reader.services.apart")
    processes.end(process)
    ended = process.poll()
    processes.end(process)
    assert process.poll() == ended is not None


def test_the_working_directory_lends_no_modules(tmp_path, monkeypatch) -> None:
    """A struct.py beside a report must not run."""
    (tmp_path / "struct.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    process = processes.start("reader.services.apart")
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(20) == 0
    processes.end(process)
    assert not (tmp_path / "ran").exists()
