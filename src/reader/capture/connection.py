"""Connections that can be cut from outside and that look at whom they reached.

requests' own timeouts count from byte to byte: a server that sends one byte every half second holds them for ever.
Here a `Line` knows the sockets of a download, so that another thread can shut them down.
"""

import contextlib
import socket
import threading
from collections.abc import Callable
from typing import Any

from reader.capture.addresses import is_private, names_private_host
from reader.model.errors import CaptureError


class Line:
    """The sockets of one download, and whether it may reach private addresses."""

    def __init__(self, private: Callable[[str], bool] = is_private) -> None:
        self.url = ""
        """What is being asked for: behind a proxy the peer says nothing, only the name does."""
        self.public_only = False
        """Set once a public page leads on: its redirects and images must not reach a private network."""
        self.peer_is_private = False
        """What the last connection reached; False behind a proxy."""
        self._private = private
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._cut = False

    def connected(self, connection: socket.socket, proxied: bool) -> None:
        """Called for each new connection before a byte is sent; raises CaptureError private_address."""
        peer = str(connection.getpeername()[0])
        private = names_private_host(self.url, self._private) if proxied else self._private(peer)
        if private and self.public_only:
            raise CaptureError("private_address", url=self.url, address=peer)
        self.peer_is_private = private
        with self._lock:
            # A duplicate: TLS takes the socket itself away, shutdown works on the connection behind both.
            self._sockets.append(connection.dup())
            cut = self._cut
        if cut:
            self.cut()

    def cut(self) -> None:
        """End all transfers at once; blocked readers get an error or the end of the stream. Any thread."""
        with self._lock:
            self._cut = True
            for each in self._sockets:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let the duplicates go."""
        with self._lock:
            for each in self._sockets:
                each.close()
            self._sockets.clear()


def make_session(line: Line) -> Any:
    """A requests session whose connections report to `line`. It reads the system's proxy settings."""
    import requests
    from requests.adapters import HTTPAdapter

    pools = _watched_pools(line)

    class _Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **options: Any) -> None:
            super().init_poolmanager(*args, **options)
            self.poolmanager.pool_classes_by_scheme = pools

        def proxy_manager_for(self, *args: Any, **options: Any) -> Any:
            manager = super().proxy_manager_for(*args, **options)
            manager.pool_classes_by_scheme = pools
            return manager

    class _Session(requests.Session):
        def get_redirect_target(self, resp: Any) -> None:
            """None: requests would read the whole body of a redirection, however long, and parse where it leads."""

    session = _Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Adapter(max_retries=0))
    return session


def _watched_pools(line: Line) -> dict[str, Any]:
    """Connection pools of urllib3, by scheme, whose connections report to `line` as soon as they stand."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
    from urllib3.connection import HTTPConnection, HTTPSConnection

    class _Watched:
        def _new_conn(self) -> socket.socket:
            made: socket.socket = super()._new_conn()  # type: ignore[misc]
            try:
                line.connected(made, bool(getattr(self, "proxy", None)))
            except BaseException:
                made.close()
                raise
            return made

    class _Plain(_Watched, HTTPConnection):
        pass

    class _Secure(_Watched, HTTPSConnection):
        pass

    class _PlainPool(HTTPConnectionPool):
        ConnectionCls = _Plain

    class _SecurePool(HTTPSConnectionPool):
        ConnectionCls = _Secure

    return {"http": _PlainPool, "https": _SecurePool}
