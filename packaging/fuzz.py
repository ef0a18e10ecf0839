"""`make fuzz`: mutated pages go the whole way through the program, and nothing may crash, hang, stall or be lost.

    python packaging/fuzz.py [COUNT] [SEED]      5,000 pages of today's seed unless told; the seed is printed

A page of the tests, the sample or (where present) the real corpora is made worse, fetched over loopback or read from a
file, parsed in the worker process, stored, shown in the window (offscreen) and written as Markdown, while a timer on
the UI thread measures how long the window does not answer. The exit status is 1 when anything crashed, hung over 10 s,
stalled the window for more than 200 ms, raised what is no expected trouble, or damaged the library. The culprits are
kept in build/fuzz, and `python packaging/fuzz.py --page NUMBER SEED` writes one of them to standard output.
"""

import json
import os
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from fuzzing.mutators import mutated

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "build" / "fuzz"
SOURCES = ("tests/capture/corpus", "resources/sample", "../shared/corpus/extraction", "../shared/corpus/english")
COUNT = 5_000
BATCH = 1_000
"""Pages of one window and library; then fresh ones."""
HANG = 10.0
"""Seconds that a page may take; a worker process killed at its limit is handled, whatever follows."""
SILENCE = 150.0
"""Seconds without a word from the window after which it is given up."""
TYPES = ("text/html", "text/html; charset=utf-8", "text/html; charset=gbk", "text/html; charset=x-none", "",
         "text/plain")  # fmt: skip
"""What the server calls a page, by its number."""
AGAIN = 2
"""How often a stall must come again, alone on a fresh window, to be the page's: the machine has other work too."""


def sample_pages() -> list[bytes]:
    """What is mutated, in the order of the names."""
    files = [file for folder in SOURCES for file in sorted((REPOSITORY / folder).glob("*.html"))]
    return [file.read_bytes() for file in files]


# ---- serving


class _Handler(BaseHTTPRequestHandler):
    """Answers /SEED/NUMBER.html with a page; as the proxy of everything else it has nothing."""

    protocol_version = "HTTP/1.1"
    pages: Sequence[bytes] = ()

    def do_GET(self) -> None:
        parts = self.path.strip("/").removesuffix(".html").split("/")
        is_page = len(parts) == 2 and all(part.isdecimal() for part in parts)
        body, kind = b"", ""
        if is_page:
            seed, number = map(int, parts)
            body, kind = mutated(self.pages, seed, number)[0], TYPES[number % len(TYPES)]
        self.send_response(200 if is_page else 404)
        self.send_header("Content-Length", str(len(body)))
        if kind:
            self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A worker that was killed hangs up in the middle."""


# ---- the windows


@dataclass
class Findings:
    """What came of the pages so far."""

    pages: int = 0
    saved: int = 0
    exported: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    killed: list[int] = field(default_factory=list)
    crashes: list[int] = field(default_factory=list)
    slow: dict[int, float] = field(default_factory=dict)
    """Page → seconds until it was added, of those over the limit."""
    hangs: list[int] = field(default_factory=list)
    stalls: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Page → the longest stall while it was shown or added."""
    exceptions: list[tuple[int, str]] = field(default_factory=list)
    """Page (-1: not known) and what was said."""
    problems: list[Any] = field(default_factory=list)
    memory: int = 0

    def take(self, said: dict[str, Any]) -> None:
        """Count one line of the near end."""
        page = said.get("page", -1)
        match said["event"]:
            case "begun":
                self.pages += 1
            case "added":
                self.saved += 1
                if said["seconds"] > HANG:
                    self.slow[page] = said["seconds"]
            case "refused":
                self.refused[said["code"]] += 1
                if said["killed"]:
                    self.killed.append(page)
                elif said["seconds"] > HANG:
                    self.slow[page] = said["seconds"]
            case "exported":
                self.exported += 1
            case "stall":
                for each in {page, *said["adding"]}:
                    if said["ms"] > self.stalls.get(each, {"ms": 0})["ms"]:
                        self.stalls[each] = said
            case "exception":
                named = re.search(r"'(\d+)\.html'", said["text"])
                page = int(named[1]) if named else page
                self.exceptions.append((page, said["text"]))
            case "end":
                self.problems += said["problems"]
                self.memory = max(self.memory, said["memory"])


def environment(port: int) -> dict[str, str]:
    """Folders of its own, no screen, and the server for a proxy: nothing leaves this machine."""
    folders = {f"XDG_{name}_HOME": str(FOLDER / "home" / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), f"http://127.0.0.1:{port}")
    return os.environ | folders | proxies | {"NO_PROXY": "127.0.0.1", "QT_QPA_PLATFORM": "offscreen"}


def lines_of(process: "subprocess.Popen[bytes]") -> Iterator[bytes]:
    """What a process says, until it ends or has been silent for too long."""
    said: queue.Queue[bytes] = queue.Queue()

    def listen() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            said.put(line)
        said.put(b"")

    threading.Thread(target=listen, daemon=True).start()
    while line := said.get(timeout=SILENCE):
        yield line


def lead(numbers: Sequence[int], seed: int, port: int, found: Findings, at_once: int = 3) -> None:
    """Lead pages through windows; one that crashes or hangs is noted, and the rest goes through the next."""
    left, attempt = list(numbers), 0
    while left:
        attempt += 1
        folder = FOLDER / "work" / f"{left[0]}-{attempt}"
        asked = [str(each) for each in (seed, folder, port, at_once)] + [",".join(map(str, left[:BATCH]))]
        command = [sys.executable, __file__, "--window", *asked]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment(port)) as process:
            begun, has_ended = follow(process, found)
        left = [number for number in left if number not in begun]
        if not begun:
            found.exceptions.append((-1, f"the window ended before it began, with status {process.returncode}"))
            return
        if has_ended:
            shutil.rmtree(folder, ignore_errors=True)


def follow(process: "subprocess.Popen[bytes]", found: Findings) -> tuple[set[int], bool]:
    """Take in what one window says: the pages it began, and whether it came to its end."""
    begun: set[int] = set()
    unfinished: set[int] = set()
    has_ended = False
    try:
        for line in lines_of(process):
            said = json.loads(line)
            found.take(said)
            page = said.get("page", -1)
            if said["event"] == "begun":
                begun.add(page)
                unfinished.add(page)
                if found.pages % 500 == 0:
                    print(f"  {found.pages} pages …", flush=True)
            elif said["event"] in ("exported", "refused"):
                unfinished.discard(page)
            has_ended = said["event"] == "end"
    except queue.Empty:
        process.kill()
        found.hangs += sorted(unfinished)
        return begun, False
    process.wait()
    if not has_ended:
        found.crashes += sorted(unfinished) or [-1]
    return begun, has_ended


def confirm(found: Findings, seed: int, port: int) -> None:
    """Keep the stalls and slow pages that come again when the page is alone."""
    for _ in range(AGAIN):
        suspects = sorted({*found.stalls, *found.slow} - {-1})
        if not suspects:
            return
        again = Findings()
        lead(suspects, seed, port, again, at_once=1)
        found.crashes += again.crashes
        found.stalls = {page: said for page, said in again.stalls.items() if page in found.stalls}
        found.slow = {page: seconds for page, seconds in again.slow.items() if page in found.slow}


def keep(pages: Iterable[int], seed: int, samples: Sequence[bytes]) -> None:
    """Write the culprits into build/fuzz."""
    for number in sorted(set(pages) - {-1}):
        (FOLDER / f"{seed}-{number}.html").write_bytes(mutated(samples, seed, number)[0])


# ---- the face


def report(found: Findings, seen: int, seed: int, seconds: float) -> int:
    """Print the figures; the exit status."""
    print(f"pages                     {found.pages}  ({found.saved} saved, {sum(found.refused.values())} refused: "
          f"{', '.join(f'{code} {count}' for code, count in found.refused.most_common())})")  # fmt: skip
    print(f"shown and exported        {found.exported}")
    print(f"worker killed at its limit {len(found.killed)} {found.killed or ''}")
    print(f"crashes                   {len(found.crashes)} {found.crashes or ''}")
    print(f"hangs over {HANG:.0f} s           {len(found.hangs)} {found.hangs or ''}")
    print(f"stalls over 200 ms        {len(found.stalls)}  ({seen} seen, the others did not come again alone)")
    for page, said in sorted(found.stalls.items()):
        print(f"    page {page}: {said['ms']} ms, {said['own']} ms of them computing, at {said['doing']}")
        for line in said["where"]:
            print(f"        {line}")
    print(f"other exceptions          {len(found.exceptions)}")
    for page, text in found.exceptions[:10]:
        print(f"    page {page}: " + text.replace("\n", "\n    "))
    print(f"library check             {len(found.problems)} problems {found.problems or ''}")
    print(f"seed {seed}, {seconds:.0f} s, at most {found.memory} MB held by the window")
    wrong = (found.crashes, found.hangs, found.stalls, found.exceptions, found.problems)
    return 1 if any(wrong) or found.exported != found.saved else 0


def run(count: int, seed: int) -> int:
    """The whole of it; returns the exit status."""
    samples = sample_pages()
    shutil.rmtree(FOLDER / "work", ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"pages": samples}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = Findings()
    print(f"fuzz: {count} pages made from {len(samples)}, seed {seed}", flush=True)
    lead(range(count), seed, server.server_port, found)
    seen = len(found.stalls)
    confirm(found, seed, server.server_port)
    found.hangs += sorted(found.slow)
    raised = [page for page, _ in found.exceptions]
    keep([*found.killed, *found.crashes, *found.hangs, *found.stalls, *raised], seed, samples)
    server.shutdown()
    return report(found, seen, seed, time.monotonic() - started)


def main(arguments: list[str]) -> int:
    """Run as asked."""
    if arguments[:1] == ["--window"]:
        from fuzzing.reading import read

        seed, folder, port, at_once, numbers = arguments[1:]
        wanted = [int(number) for number in numbers.split(",")]
        read(wanted, int(seed), sample_pages(), Path(folder), int(port), int(at_once))
    if arguments[:1] == ["--page"]:
        number, seed = int(arguments[1]), int(arguments[2])
        sys.stdout.buffer.write(mutated(sample_pages(), seed, number)[0])
        return 0
    numbers = [int(each) for each in arguments]
    return run(numbers[0] if numbers else COUNT, numbers[1] if len(numbers) > 1 else int(time.time()) // 86_400)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
