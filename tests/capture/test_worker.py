"""What goes over the pipe between the processes, and the process itself."""

import io
import json
import struct
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.worker import LENGTHS, MEMORY_LIMIT, answer, read_message, write_message

HEADERS = st.dictionaries(st.text(max_size=8), st.text(max_size=8) | st.integers() | st.none(), max_size=4)
SOURCE = {"media_type": "text/html", "name": "x", "url": None, "encoding": None}


@given(st.lists(st.tuples(HEADERS, st.binary(max_size=50)), max_size=4))
def test_messages_arrive_as_they_were_sent(messages):
    pipe = io.BytesIO()
    for header, payload in messages:
        write_message(pipe, header, payload)
    pipe.seek(0)
    assert [read_message(pipe) for _ in messages] == messages
    assert read_message(pipe) is None


@given(st.integers(1, 40))
def test_a_message_that_was_cut_off_is_none(missing):
    pipe = io.BytesIO()
    write_message(pipe, {"ok": "基层治理"}, b"payload")
    whole = pipe.getvalue()
    assert read_message(io.BytesIO(whole[:-missing])) is None


def test_expected_trouble_is_an_answer():
    request = {"do": "parse", "source": SOURCE}
    assert answer(request, b"%PDF-1.7") == ({"error": "document_damaged", "data": {"format": "PDF"}}, b"")
    assert answer(request | {"do": "links"}, b" ")[0] == {"error": "empty_source", "data": {}}
    assert answer(request | {"do": "links"}, b"<p>text</p>")[0]["ok"]["entries"] == []
    assert answer({"do": "image"}, b"no image")[0]["error"] == "bad_image"
    assert answer(request, "<p>基层治理，要抓实。</p>".encode())[0]["ok"]["blocks"]


def test_it_tells_the_parts_of_a_page_and_its_charsets():
    page = "<title>云岭市</title><div id='a'><p>青禾区推行网格化治理，群众满意度持续提升。</p></div>".encode()
    parts = answer({"do": "structure", "source": SOURCE}, page)[0]["ok"]
    assert parts["steps"][parts["auto"]]["name"] == "div#a"
    charsets = answer({"do": "charsets", "source": SOURCE}, page)[0]["ok"]
    assert charsets["present"] == "utf-8" and charsets["choices"][0]["line"] == "云岭市"
    assert json.loads(json.dumps([parts, charsets])) == [parts, charsets]


@pytest.mark.parametrize("trouble", [MemoryError, RecursionError])
def test_too_much_is_an_answer(monkeypatch, trouble):
    def too_much(*_: object) -> None:
        raise trouble

    monkeypatch.setattr("reader.capture.worker._do", too_much)
    assert answer({}, b"") == ({"error": "page_too_complex", "data": {}}, b"")


def test_what_a_library_prints_does_not_get_between_the_answers():
    """Also: the process may hold only so much memory, where the platform has such a limit."""
    code = (
        "import reader.capture.worker as worker\n"
        "def answer(request, payload):\n"
        "    print('a warning', flush=True)\n"
        "    try:\n"
        "        import resource\n"
        "    except ImportError:\n"
        "        return {'ok': None}, b''\n"
        "    return {'ok': resource.getrlimit(resource.RLIMIT_AS)[0]}, b''\n"
        "worker.answer = answer\n"
        "worker.main()\n"
    )
    asked = io.BytesIO()
    write_message(asked, {})
    write_message(asked, {})
    done = subprocess.run([sys.executable, "-c", code], input=asked.getvalue(), capture_output=True, check=True)
    answers = io.BytesIO(done.stdout)
    first, second = read_message(answers), read_message(answers)
    assert first == second and first is not None
    assert first[0]["ok"] in (MEMORY_LIMIT, None)
    assert done.stderr.split() == b"a warning a warning".split()


def test_lengths_are_big_endian_as_the_protocol_says():
    pipe = io.BytesIO()
    write_message(pipe, {"a": 1}, b"xyz")
    header = json.dumps({"a": 1}).encode()
    assert pipe.getvalue() == struct.pack(">II", len(header), 3) + header + b"xyz"
    assert LENGTHS.size == 8


def test_a_fault_of_our_own_is_an_answer_with_its_traceback(monkeypatch):
    def fail(*_: object) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr("reader.capture.worker._do", fail)
    assert "KeyError: 'a fault'" in answer({}, b"")[0]["bug"]


def test_html_is_sanitised_here_too():
    found, payload = answer({"do": "sanitise"}, "<p onclick='x()'>网格<script>x()</script></p>".encode())
    assert (found, payload) == ({"ok": "<p>网格</p>"}, b"")
