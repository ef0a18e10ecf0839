"""Keep the translation of the widgets in step with the source: `make translations`, and `--check` in `make lint`.

`reader_zh_CN.ts` (what translators edit) is updated from the `tr()` calls, then compiled to `reader_zh_CN.qm`, which
the program loads; `reader_en.ts` holds only the plural forms of English. Both kinds are kept in the repository, so that
a wheel and a checkout work without Qt's tools.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
SOURCES = ROOT / "src" / "reader" / "ui"  # no other room speaks by Qt


def tool(name: str) -> str:
    """Qt's tool of that name beside this Python."""
    return str(Path(sys.executable).parent / name)


def run(*command: str) -> None:
    """Run a tool quietly; its words are shown when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode:
        sys.exit(f"{' '.join(command[:2])} failed:\n{done.stdout}{done.stderr}")


def update(folder: Path) -> None:
    """Bring the .ts files in `folder` in step with the source; what was translated stays."""
    sources = [str(path.relative_to(ROOT)) for path in sorted(SOURCES.rglob("*.py"))]
    common = ["-no-obsolete", "-locations", "none", "-source-language", "en_US"]
    run(tool("pyside6-lupdate"), *sources, *common, "-target-language", "zh_CN", "-ts", str(folder / "reader_zh_CN.ts"))
    run(tool("pyside6-lupdate"), *sources, *common, "-pluralonly", "-target-language", "en_US",
        "-ts", str(folder / "reader_en.ts"))  # fmt: skip


def compile_all(source: Path, target: Path) -> None:
    """Compile the .ts files of `source` into .qm files in `target`."""
    for name in ("reader_zh_CN", "reader_en"):
        run(tool("pyside6-lrelease"), "-silent", str(source / f"{name}.ts"), "-qm", str(target / f"{name}.qm"))


def missing(path: Path) -> list[str]:
    """The source texts of a .ts file that have no translation, or one that nobody has confirmed."""
    texts = []
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        forms = [translation] if translation is None or message.get("numerus") != "yes" else list(translation)
        # "unfinished" is also what lupdate calls a guess from a like text elsewhere.
        guessed = translation is not None and translation.get("type") == "unfinished"
        if guessed or not forms or any(form is None or not (form.text or "").strip() for form in forms):
            texts.append(message.findtext("source") or "")
    return texts


def check() -> int:
    """0 when source, .ts and .qm agree and nothing is untranslated."""
    files = sorted(FOLDER.glob("*.ts"))
    wrong = [f"{path.name}: no translation of {text!r}" for path in files for text in missing(path)]
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for path in files:
            (fresh / path.name).write_bytes(path.read_bytes())
        update(fresh)
        compile_all(fresh, fresh)
        for path in sorted(fresh.iterdir()):
            kept = FOLDER / path.name
            if not kept.exists() or kept.read_bytes() != path.read_bytes():
                wrong.append(f"{path.name} is not in step with the source: run `make translations`")
    print("\n".join(wrong) or "translations are complete and in step")
    return int(bool(wrong))


def main() -> int:
    """Update and compile, or only check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is out of step")
    if parser.parse_args().check:
        return check()
    FOLDER.mkdir(parents=True, exist_ok=True)
    update(FOLDER)
    compile_all(FOLDER, FOLDER)
    for path in sorted(FOLDER.glob("*.ts")):
        print(f"{path.name}: {len(missing(path))} texts without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
