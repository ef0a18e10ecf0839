"""The table of rooms and floors, held: who may import whom, where Qt may be, no circles, no hidden state.

Imports are read from the source (also those inside functions and under `TYPE_CHECKING`), so a rule cannot be
walked around by importing late. A failure is one sentence naming the file, the import and the rule.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
GROUND = {"model", "text", "paths"}
PILLARS = {"capture", "digest", "anchoring", "library", "export", "sharing"}

ROOMS: dict[str, set[str]] = {
    "model": set(),
    "text": {"model"},
    "paths": set(),
    "processes": set(),
    "messages": {"model", "paths"},
    "settings": {"paths"},
    "anchoring": {"model", "text"},
    "capture": GROUND | {"processes"},
    "digest": GROUND,
    "library": GROUND,
    # A document has headings in the reader's language; a template that somebody wrote runs in a process of its own.
    "export": GROUND | {"messages", "processes"},
    "sharing": GROUND,
    "services": PILLARS | GROUND | {"settings", "messages", "processes"},
    "ui": {"services", "model", "text", "settings", "messages", "paths"},
    "cli": {"services", "model", "text", "settings", "messages", "paths", "app"},
    "app": {"services", "ui", "model", "settings", "messages", "paths"},
    "__main__": {"cli", "app"},
    "": set(),
}
"""Room → the rooms it may import besides itself and `reader` ("", which holds the version number alone)."""

QT = {"ui": {"*"}, "app": {"*"}, "export.pdf": {"QtCore", "QtGui"}}
"""Where Qt may be imported, and which of its modules; `export.pdf` stands for its parts `export.pdf_…` too."""

NO_THIRD_PARTY = {"model", "text", "messages", "settings", "anchoring"}
"""Rooms of plain Python; anchoring alone may have the string matcher it is measured with."""
ALLOWED_THIRD_PARTY = {"anchoring": {"rapidfuzz"}}

HEAVY = {
    "PIL", "bs4", "cssselect", "docx", "jinja2", "lucide", "lxml", "mammoth", "markdown_it", "markdownify",
    "markupsafe", "nh3", "pikepdf", "pypdfium2", "requests", "rjieba", "trafilatura", "urllib3", "xlsxwriter",
}  # fmt: skip
"""Imported inside the functions that use them, so that `reader list` answers at once."""


@dataclass(frozen=True)
class Import:
    """One imported module as written in one place."""

    file: Path
    line: int
    module: str
    names: tuple[str, ...]
    is_deferred: bool

    def __str__(self) -> str:
        return f"{self.file.relative_to(SOURCE.parent)}:{self.line} imports {self.module}"


@cache
def files() -> tuple[Path, ...]:
    return tuple(sorted((SOURCE / "reader").rglob("*.py")))


def module_of(file: Path) -> str:
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """ "library" of reader.library.schema, "cli" of reader.cli.output, "" of reader itself."""
    parts = module.split(".")[1:]
    room = parts[0] if parts else ""
    return "cli" if room == "cli" or room.startswith("cli_") else room


def imports_of(file: Path) -> Iterator[Import]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    package = module_of(file).split(".")
    package = package if file.name == "__init__.py" else package[:-1]
    for node in ast.walk(tree):
        deferred = id(node) not in top
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(file, node.lineno, alias.name, (), deferred)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield Import(file, node.lineno, module, tuple(alias.name for alias in node.names), deferred)


@cache
def all_imports() -> tuple[Import, ...]:
    return tuple(each for file in files() for each in imports_of(file))


@cache
def known_modules() -> frozenset[str]:
    return frozenset(module_of(file) for file in files())


def modules_reached(each: Import) -> set[str]:
    """The modules of ours that an import statement names: `from reader.text import passages` names two."""
    known = known_modules()
    submodules = {f"{each.module}.{name}" for name in each.names} & known
    return submodules or ({each.module} & known)


def test_every_room_is_in_the_table() -> None:
    rooms = {room_of(module_of(file)) for file in files()}
    assert rooms <= set(ROOMS), f"no rule for {sorted(rooms - set(ROOMS))}: write it into architecture.md and here"


def test_rooms_import_only_what_their_floor_allows() -> None:
    wrong = []
    for each in all_imports():
        room = room_of(module_of(each.file))
        for reached in modules_reached(each):
            target = room_of(reached)
            if target not in ROOMS[room] | {room, ""}:
                allowed = ", ".join(sorted(ROOMS[room])) or "nothing of ours"
                wrong.append(f"{each}: {room} may import {allowed}")
    assert not wrong, "\n".join(wrong)


def test_every_import_of_ours_exists() -> None:
    ours = [each for each in all_imports() if each.module.split(".")[0] == "reader"]
    missing = [f"{each}: there is no such module" for each in ours if not modules_reached(each)]
    assert not missing, "\n".join(missing)


def allowed_qt(module: str) -> set[str]:
    inner = module.removeprefix("reader.")
    return QT.get(inner.split("_")[0]) or QT.get(inner.split(".")[0], set())


def test_qt_stays_in_the_window() -> None:
    wrong = []
    for each in all_imports():
        root, _, part = each.module.partition(".")
        if root not in {"PySide6", "shiboken6"}:
            continue
        used = {part.split(".")[0]} if part else set(each.names)
        allowed = allowed_qt(module_of(each.file))
        if "*" not in allowed and not used <= allowed:
            wrong.append(f"{each}: Qt belongs to ui/ and app.py (export/pdf*.py: QtCore and QtGui)")
    assert not wrong, "\n".join(wrong)


def test_words_are_plain_python() -> None:
    wrong = []
    for each in all_imports():
        room, root = room_of(module_of(each.file)), each.module.split(".")[0]
        allowed = sys.stdlib_module_names | {"reader"} | ALLOWED_THIRD_PARTY.get(room, set())
        if room in NO_THIRD_PARTY and root not in allowed:
            wrong.append(f"{each}: {room} may use the standard library only")
    assert not wrong, "\n".join(wrong)


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    wrong = [
        f"{each}: import it inside the function that uses it, or the command line answers late"
        for each in all_imports()
        if each.module.split(".")[0] in HEAVY and not each.is_deferred and allowed_qt(module_of(each.file)) != {"*"}
    ]
    assert not wrong, "\n".join(wrong)


def import_graph() -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {module_of(file): set() for file in files()}
    for each in all_imports():
        graph[module_of(each.file)] |= modules_reached(each) - {module_of(each.file)}
    return graph


def find_circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle as the modules along it, the first repeated at the end; empty when there is none."""
    finished: set[str] = set()
    for root in sorted(graph):
        path: list[str] = []
        branches: list[Iterator[str]] = [iter((root,))]
        while branches:
            module = next(branches[-1], None)
            if module is None:
                branches.pop()
                if path:
                    finished.add(path.pop())
            elif module in path:
                return [*path[path.index(module) :], module]
            elif module not in finished:
                path.append(module)
                branches.append(iter(sorted(graph[module])))
    return []


def test_no_circle_of_imports() -> None:
    circle = find_circle(import_graph())
    assert not circle, "a circle of imports: " + " → ".join(circle)


def test_a_circle_would_be_found() -> None:
    assert find_circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert find_circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def mutable_state(tree: ast.Module) -> Iterator[int]:
    """Lines that make a container to be filled later at module level, or rebind a global."""
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        is_empty = isinstance(value, ast.List | ast.Set) and not value.elts
        is_empty = is_empty or (isinstance(value, ast.Dict) and not value.keys)
        called = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""
        if is_empty or (called in {"dict", "list", "set", "defaultdict", "deque"} and not value.args):
            yield node.lineno
    yield from (node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global))


def test_no_mutable_state_in_modules() -> None:
    wrong = []
    for file in files():
        for line in mutable_state(ast.parse(file.read_text(encoding="utf-8"))):
            name = file.relative_to(SOURCE.parent)
            wrong.append(f"{name}:{line} keeps mutable state in a module: hand it in by constructor")
    assert not wrong, "\n".join(wrong)
