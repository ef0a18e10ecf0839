"""Processes of our own that are asked over their standard streams: how they are started and ended."""

import contextlib
import subprocess
import sys
from pathlib import Path


def start(module: str) -> subprocess.Popen[bytes]:
    """A Python that runs `main()` of a module of this program; its errors go nowhere. Raises OSError."""
    package = str(Path(__file__).resolve().parents[1])
    code = f"import sys; sys.path.append(sys.argv[1]); from {module} import main; main()"
    return subprocess.Popen(
        # -P: neither the working directory nor a script's folder may lend modules to the process.
        [sys.executable, "-P", "-c", code, package],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def end(process: subprocess.Popen[bytes] | None) -> None:
    """End a process, whatever it is doing, and let go of its streams."""
    if process is None:
        return
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


def limit_memory(size: int) -> None:
    """Let this process have no more than `size` bytes of address space, and write no core, where the platform can."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
