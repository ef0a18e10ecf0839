"""Download one address: a deadline that nothing outlasts, a limit of size, retries, redirects followed by hand."""

import email.utils
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import urljoin, urlsplit

from reader.capture.addresses import is_private, names_private_host, scheme_of, web_address
from reader.capture.connection import Line, make_session
from reader.capture.turns import HostGate
from reader.model.errors import CancelledError, CaptureError, ReaderError

_CHUNK = 65_536
_USER_AGENT = (
    "Mozilla/5.0 (compatible; yandu-reader; +https://pypi.org/project/yandu-reader/) Chrome/140.0 Safari/537.36"
)
"""Honest about who asks; portals that look for a browser's name find one."""
_HEADERS = {
    "User-Agent": _USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.6",
    # No br or zstd: what is not asked for need not be decoded.
    "Accept-Encoding": "gzip, deflate",
}
_STATUS = {
    401: "fetch_forbidden",
    403: "fetch_forbidden",
    404: "fetch_not_found",
    410: "fetch_not_found",
    429: "fetch_busy",
    407: "fetch_proxy",
    451: "fetch_forbidden",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
_UNREADABLE_ENCODINGS = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})
"""Never asked for; bytes of these would pass for text."""
_SECRET_HEADERS = frozenset({"set-cookie", "set-cookie2", "authorization", "www-authenticate"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much, how often; seconds and bytes."""

    deadline: float = 30.0
    connect: float = 8.0
    read: float = 15.0
    """Longest silence between two bytes."""
    size: int = 30 * 1024 * 1024
    """After decompression."""
    file_size: int = 100 * 1024 * 1024
    """Of a file on this computer: papers with pictures are larger than pages."""
    attempts: int = 3
    backoff: float = 0.5
    """Before the second attempt; doubled before each further one, unless the server says Retry-After."""
    redirects: int = 10
    private: Callable[[str], bool] = is_private
    gate: HostGate = field(default_factory=HostGate)
    """Shared by all that is fetched with these limits; waiting for a place in it does not count as time."""


@dataclass(frozen=True, slots=True)
class Download:
    """What came back. `url` is where it was found after redirects."""

    data: bytes
    url: str
    headers: tuple[tuple[str, str], ...]
    media_type: str
    is_private: bool = False
    """It stands in a private network, so its images may too."""


class _WorthAnotherError(Exception):
    """An error after which it is worth trying again; `wait` is what the server asked for, in seconds."""

    def __init__(self, error: CaptureError, wait: float | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.wait = wait


def fetch(
    url: str,
    limits: Limits | None = None,
    *,
    referer: str | None = None,
    public_only: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancel: threading.Event | None = None,
) -> Download:
    """Download `url`; raises CaptureError (fetch_…, invalid_link, unsupported_link, private_address, too_large) and
    CancelledError. `progress` gets bytes so far and in all (0 when unknown), from another thread."""
    limits, address = limits or Limits(), web_address(url)
    with limits.gate.entered(urlsplit(address).netloc, cancel):
        return _watched(_Job(address, limits, referer, public_only, progress), cancel)


def _watched(job: "_Job", cancel: threading.Event | None) -> Download:
    """What the job brings; it is ended at its deadline and on cancelling."""
    limits = job.limits
    thread = threading.Thread(target=job.run, name="fetch", daemon=True)
    end = time.monotonic() + limits.deadline
    thread.start()
    # This thread is the watchdog: whatever the transfer hangs in (name server, handshake, a drip), it ends here.
    while not job.done.wait(0.05):
        if cancel is not None and cancel.is_set():
            job.stop()
            raise CancelledError
        if time.monotonic() >= end:
            job.stop()
            raise CaptureError("fetch_timeout", url=job.url, seconds=round(limits.deadline))
    if job.error is not None:
        raise job.error
    assert job.result is not None
    return job.result


class _Job:
    """One download, run in a thread of its own."""

    def __init__(
        self,
        url: str,
        limits: Limits,
        referer: str | None,
        public_only: bool,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self.url, self.limits, self.referer, self.progress = url, limits, referer, progress
        self.line = Line(limits.private)
        self.line.public_only = public_only
        self.done, self.stopped = threading.Event(), threading.Event()
        self.result: Download | None = None
        self.error: Exception | None = None
        self._end = time.monotonic() + limits.deadline

    def stop(self) -> None:
        """End it; the thread goes as soon as its call returns."""
        self.stopped.set()
        self.line.cut()

    def run(self) -> None:
        """Fill in `result` or `error`, then set `done`."""
        try:
            self.result = self._with_retries()
        except Exception as error:  # noqa: BLE001  handed to the asking thread, which raises it
            self.error = error
        finally:
            self.line.close()
            self.done.set()

    def _with_retries(self) -> Download:
        wait = self.limits.backoff
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return self._follow()
            except _WorthAnotherError as failed:
                pause = failed.wait if failed.wait is not None else wait
                if attempt == self.limits.attempts or time.monotonic() + pause >= self._end:
                    raise failed.error from failed
                self.stopped.wait(pause)
                wait *= 2
        raise AssertionError

    def _follow(self) -> Download:
        url, public_only = self.url, self.line.public_only
        with make_session(self.line) as session:
            try:
                for _ in range(self.limits.redirects + 1):
                    self._refuse_inward(url)
                    with self._get(session, url) as response:
                        target = response.headers.get("Location")
                        if response.status_code not in _REDIRECTS or not target:
                            return self._read(response, url)
                    self.line.public_only = public_only or not self.line.peer_is_private
                    url = self._next(url, target)
            finally:
                self.line.public_only = public_only
        raise CaptureError("fetch_redirects", url=self.url, limit=self.limits.redirects)

    def _next(self, url: str, target: str) -> str:
        try:
            joined = urljoin(url, target.encode("latin-1", "replace").decode("utf-8", "replace").strip())
        except ValueError as error:
            raise CaptureError("invalid_link", url=target[:200]) from error
        if scheme_of(joined) not in ("http", "https"):
            raise CaptureError("fetch_redirect_refused", url=self.url, target=joined[:200])
        return web_address(joined)

    def _refuse_inward(self, url: str) -> None:
        """Nothing is even tried that says by its name that it is private; `Line` looks at what a name led to."""
        if self.line.public_only and names_private_host(url, self.limits.private):
            raise CaptureError("private_address", url=url, address=url)

    def _get(self, session: Any, url: str) -> Any:
        import requests
        import urllib3.exceptions

        self.line.url = url
        headers = _HEADERS | ({"Referer": self.referer} if self.referer else {})
        try:
            return session.get(
                url,
                headers=headers,
                stream=True,
                allow_redirects=False,
                timeout=(self.limits.connect, self.limits.read),
            )
        except ReaderError:
            raise
        except (requests.RequestException, urllib3.exceptions.HTTPError, HTTPException, OSError, ValueError) as error:
            raise _explained(error, url) from error

    def _read(self, response: Any, url: str) -> Download:
        import requests

        status = int(response.status_code)
        if status >= 400 or status < 200:
            error = CaptureError(
                _STATUS.get(status, "fetch_server" if status >= 500 else "fetch_status"), url=url, status=status
            )
            if status in _TRY_AGAIN:
                raise _WorthAnotherError(error, _retry_after(response.headers.get("Retry-After")))
            raise error
        encodings = response.headers.get("Content-Encoding", "").lower().replace(" ", "").split(",")
        if not _UNREADABLE_ENCODINGS.isdisjoint(encodings):
            raise CaptureError("fetch_garbled", url=url)
        try:
            data = self._body(response, url)
        except (requests.RequestException, OSError, ValueError) as error:
            raise _explained(error, url) from error
        kept = tuple((k, v) for k, v in response.headers.items() if k.lower() not in _SECRET_HEADERS)
        return Download(data, url, kept, response.headers.get("Content-Type", ""), self.line.peer_is_private)

    def _body(self, response: Any, url: str) -> bytes:
        length = response.headers.get("Content-Length", "")
        total = int(length) if length.isdecimal() and len(length) < 15 else 0
        parts: list[bytes] = []
        size = 0
        for chunk in response.iter_content(_CHUNK):
            parts.append(chunk)
            size += len(chunk)
            if size > self.limits.size:
                raise CaptureError("too_large", url=url, limit=self.limits.size // (1024 * 1024))
            if self.progress is not None and not self.stopped.is_set():
                self.progress(size, total)
        return b"".join(parts)


def _retry_after(value: str | None) -> float | None:
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


def _explained(error: Exception, url: str) -> Exception:
    """The reader's own error for one of requests', urllib3's or the system's."""
    import requests
    import urllib3.exceptions

    causes = [error, *_causes(error)]
    for cause in causes:
        if isinstance(cause, ReaderError):
            return cause
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, UnicodeError)):
        return CaptureError("invalid_link", url=url)
    if any(isinstance(cause, urllib3.exceptions.NameResolutionError) for cause in causes):
        return CaptureError("fetch_host", url=url)
    if isinstance(error, requests.exceptions.ProxyError):
        return CaptureError("fetch_proxy", url=url, status="")
    if isinstance(error, requests.exceptions.SSLError):
        return CaptureError("fetch_tls", url=url, detail=str(causes[-1])[:200])
    # urllib3 makes NewConnectionError (refused, unreachable) a kind of time-out; to a person it is none.
    if any(isinstance(cause, urllib3.exceptions.NewConnectionError) for cause in causes):
        return _WorthAnotherError(CaptureError("fetch_connection", url=url))
    if isinstance(error, requests.exceptions.Timeout) or any(
        isinstance(cause, (TimeoutError, urllib3.exceptions.TimeoutError)) for cause in causes
    ):
        return _WorthAnotherError(CaptureError("fetch_silent", url=url))
    if isinstance(error, requests.exceptions.ContentDecodingError):
        return CaptureError("fetch_garbled", url=url)
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return _WorthAnotherError(CaptureError("fetch_cut_off", url=url))
    return _WorthAnotherError(CaptureError("fetch_connection", url=url))


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    waiting: list[object] = [*error.args, getattr(error, "reason", None), error.__cause__, error.__context__]
    while waiting and len(found) < 30:
        each = waiting.pop(0)
        if isinstance(each, BaseException) and each not in found:
            found.append(each)
            waiting += [*each.args, getattr(each, "reason", None), each.__cause__, each.__context__]
    return found
