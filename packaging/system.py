"""Which Debian packages are missing for Qt to start and to show Chinese: prints their names, one a line.

Qt comes from PyPI, but its plugins are linked against libraries of the system. The dynamic linker is asked (`ldd`)
which of them it cannot find; nothing is guessed from the names of installed packages, so the answer is right on
every distribution, and only the names of the packages are Debian's.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libGLdispatch.so.0": "libglvnd0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

LINKED = (
    "QtWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
)
"""What the program loads of Qt: the windows of a desktop, and the platform without a screen."""

FONT_PACKAGE = "fonts-noto-cjk"
FONT_PROBE = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
application = QGuiApplication(["fonts"])
chinese = QFontDatabase.WritingSystem.SimplifiedChinese
print(len(QFontDatabase.families(chinese)))
"""

TOOLS = {"pdftotext": "poppler-utils"}
"""Programs that only tests call, with --tools; those tests are skipped without them."""


def qt_folder() -> Path | None:
    """Where PySide6 is installed; None without it."""
    found = importlib.util.find_spec("PySide6")
    return Path(found.origin).parent if found and found.origin else None


def missing_libraries(folder: Path) -> list[str]:
    """File names of the shared libraries that the linker does not find."""
    names: set[str] = set()
    for each in LINKED:
        if (folder / each).exists():
            listing = subprocess.run(["ldd", str(folder / each)], capture_output=True, text=True, check=False).stdout
            names |= {line.split()[0] for line in listing.splitlines() if "not found" in line}
    return sorted(name for name in names if not name.startswith("libQt6"))


def has_chinese_font() -> bool:
    """Whether Qt knows a font for simplified Chinese; only asked when Qt can start at all."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    probe = subprocess.run(
        [sys.executable, "-c", FONT_PROBE], capture_output=True, text=True, env=environment, check=False
    )
    return probe.returncode == 0 and int(probe.stdout.strip() or 0) > 0


def main() -> None:
    """Print the missing packages; libraries without a known package are named on stderr."""
    folder = qt_folder()
    if folder is None:
        sys.exit("PySide6 is not installed")
    packages: set[str] = set()
    if sys.platform == "linux" and shutil.which("ldd"):
        libraries = missing_libraries(folder)
        packages |= {PACKAGES[name] for name in libraries if name in PACKAGES}
        if unknown := [name for name in libraries if name not in PACKAGES]:
            print("setup: libraries missing on this system:", ", ".join(unknown), file=sys.stderr)
        if not has_chinese_font():
            packages.add(FONT_PACKAGE)
    if "--tools" in sys.argv[1:]:
        packages |= {package for program, package in TOOLS.items() if not shutil.which(program)}
    print("\n".join(sorted(packages)), end="")


if __name__ == "__main__":
    main()
