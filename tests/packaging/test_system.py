"""Looking for what Qt needs of the system: names of packages, from what the linker says."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent.parent / "packaging" / "system.py"


@pytest.fixture
def system() -> ModuleType:
    specification = importlib.util.spec_from_file_location("system_libraries", SCRIPT)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.skipif(sys.platform != "linux", reason="the dynamic linker of Linux is asked")
def test_what_the_linker_misses_is_named(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "\tlibxcb-cursor.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibQt6Core.so.6 => not found\n"

    def ldd(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, stdout=lines)

    monkeypatch.setattr(subprocess, "run", ldd)
    assert system.missing_libraries(system.qt_folder()) == ["libxcb-cursor.so.0"]


def test_every_library_has_a_package_of_debian(system: ModuleType) -> None:
    assert all(".so." in name for name in system.PACKAGES)
    assert all(package == package.lower() and " " not in package for package in system.PACKAGES.values())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has system libraries of Qt")
def test_qt_works_where_these_tests_run(system: ModuleType) -> None:
    told = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout == ""
