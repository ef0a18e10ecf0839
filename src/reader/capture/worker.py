"""The process in which untrusted content is parsed, because the C parsers cannot be interrupted.

Protocol over the standard streams: a message is two lengths (4 bytes each, big-endian), a JSON header and a payload.
Requests: {"do": "parse", …Source} with the bytes as payload, {"do": "structure"} and {"do": "charsets"} likewise,
{"do": "links", …Source} with those of a feed or a list page, {"do": "whole", …Source} with a document that is looked
through and not kept, {"do": "image"} with an image, {"do": "sanitise"} with HTML in UTF-8.
Answers: {"ok": …} (with the pictures that came in a document as payload), {"error": code, "data": {…}} or
{"bug": traceback}. JSON and not pickle: whoever takes over this process must not be able to run code in the one that
asked.
"""

import json
import os
import struct
import sys
from typing import Any, BinaryIO

from reader import processes

MEMORY_LIMIT = 2 * 1024**3
"""Bytes of address space, where the platform has such a limit."""
LENGTHS = struct.Struct(">II")


def read_message(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next message, or None at the end of the stream."""
    head = stream.read(LENGTHS.size)
    if len(head) < LENGTHS.size:
        return None
    header_length, payload_length = LENGTHS.unpack(head)
    header, payload = stream.read(header_length), stream.read(payload_length)
    if len(header) < header_length or len(payload) < payload_length:
        return None
    return json.loads(header), payload


def write_message(stream: BinaryIO, header: dict[str, Any], payload: bytes = b"") -> None:
    """Send a message and flush."""
    encoded = json.dumps(header).encode("ascii")
    stream.write(LENGTHS.pack(len(encoded), len(payload)))
    stream.write(encoded)
    stream.write(payload)
    stream.flush()


def answer(request: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """Do what is asked: the answer and its payload; expected trouble is data, and so is a fault of our own."""
    import traceback

    from reader.model.errors import CaptureError

    try:
        found, data = _do(request, payload)
        return {"ok": found}, data
    except CaptureError as error:
        return {"error": error.code, "data": error.data}, b""
    except (MemoryError, RecursionError):
        return {"error": "page_too_complex", "data": {}}, b""
    except Exception:  # noqa: BLE001 - not swallowed: the near end writes it into the log
        return {"bug": traceback.format_exc()}, b""


def _do(request: dict[str, Any], payload: bytes) -> tuple[Any, bytes]:
    if request["do"] == "image":
        from reader.capture.pictures import check_image

        return check_image(payload), b""
    if request["do"] == "sanitise":
        from reader.capture.sanitise import sanitise

        return sanitise(payload.decode()), b""
    from reader.capture.parsing import Source, parse

    source = Source(**request["source"])
    if request["do"] == "structure":
        from reader.capture.looking import structure

        return structure(payload, source), b""
    if request["do"] == "charsets":
        from reader.capture.looking import charsets

        return charsets(payload, source), b""
    if request["do"] == "whole":
        from reader.capture.whole import read_whole

        return read_whole(payload, source), b""
    if request["do"] == "links":
        from reader.capture.lists.listing import read_links

        return read_links(payload, source), b""
    return parse(payload, source).as_message()


def main() -> None:
    """Answer requests until the stream ends."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    processes.limit_memory(MEMORY_LIMIT)
    import lxml.html  # noqa: F401  (warm before the first page)

    from reader.capture import parsing  # noqa: F401

    while (message := read_message(requests)) is not None:
        write_message(answers, *answer(*message))


if __name__ == "__main__":
    main()
