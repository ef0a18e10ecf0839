"""`make package`: wheel and source archive in dist/, with a look into the wheel for what must not be missing."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = (
    "reader/resources/messages/en/cli.json",
    "reader/resources/messages/zh_CN/cli.json",
    "reader/resources/sample/report.html",
    "reader/resources/sample/marks.json",
    "reader/ui/theme.qss",
)
"""Files that are no Python and that a build could lose without a sound."""


def translations() -> set[str]:
    """The compiled translations of the checkout, as the wheel names them."""
    return {f"reader/resources/i18n/{file.name}" for file in (ROOT / "resources" / "i18n").glob("*.qm")}


def main() -> int:
    """Build both and check the wheel; 1 when something is missing."""
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(ROOT / "dist"), str(ROOT)], check=True)
    wheel = max((ROOT / "dist").glob("*.whl"), key=lambda file: file.stat().st_mtime)
    with zipfile.ZipFile(wheel) as archive:
        missing = ({*NEEDED} | translations()) - set(archive.namelist())
    for name in sorted(missing):
        print(f"package: {wheel.name} lacks {name}", file=sys.stderr)
    if not missing:
        print(f"package: {wheel.relative_to(ROOT)} ({wheel.stat().st_size:,} bytes)")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
