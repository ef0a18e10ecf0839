"""`make bench`: runs every file of packaging/bench/ in a process of its own and says which goals were missed.

    python packaging/bench.py [NAME…]      only these, for example: library startup

The made-up libraries stay in build/bench, so that the next run need not make them again.
"""

import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "bench"
KEPT = FOLDER.parent.parent / "build" / "bench"
KEEPS = {"findings", "library", "startup"}
"""Benches that make libraries and can be told where to keep them."""


def run(name: str) -> int:
    """Run one bench under its heading; its exit status is 1 when a goal was missed."""
    print(f"\n== {name} ==", flush=True)
    started = time.monotonic()
    extra = ["--keep", str(KEPT)] if name in KEEPS else []
    status = subprocess.run([sys.executable, str(FOLDER / f"{name}.py"), *extra], check=False).returncode
    print(f"   ({time.monotonic() - started:.0f} s)", flush=True)
    return status


def main() -> int:
    """Run the benches that were named, else all; 1 when any of them missed a goal or failed."""
    names = sys.argv[1:] or sorted(file.stem for file in FOLDER.glob("*.py"))
    KEPT.mkdir(parents=True, exist_ok=True)
    statuses = {name: run(name) for name in names}
    failed = [name for name, status in statuses.items() if status]
    print("\nbench: " + (f"goals missed in {', '.join(failed)}" if failed else "all goals met"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
