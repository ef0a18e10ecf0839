"""`make run`: a demo library of its own, filled once."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

from reader.model.query import ArticleQuery
from reader.services.session import Session

SCRIPT = Path(__file__).resolve().parent.parent.parent / "packaging" / "demo.py"


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, working in a folder of the test's own."""
    specification = importlib.util.spec_from_file_location("demo", SCRIPT)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    monkeypatch.setattr(module, "DEMO", tmp_path / "demo")
    monkeypatch.setattr(module, "LIBRARY", tmp_path / "demo" / "library.db")
    for name in (*module.FOLDERS, "READER_LIBRARY"):
        monkeypatch.setenv(name, "to be replaced")
    return module


def held(library: Path) -> tuple[object, ...]:
    with Session(library) as session:
        articles = session.organising.list(ArticleQuery())
        return (*articles, *session.annotating.list(), *session.organising.trash())


def test_running_again_changes_nothing(demo: ModuleType) -> None:
    demo.keep_apart()
    demo.fill()
    first = held(demo.LIBRARY)
    assert len(first) == 1 + 4 + 2, "one article with the sample's three marks and an action, an empty trash"
    demo.fill()
    assert held(demo.LIBRARY) == first


def test_what_a_person_deleted_does_not_come_back(demo: ModuleType) -> None:
    demo.keep_apart()
    demo.fill()
    with Session(demo.LIBRARY) as session:
        session.organising.delete(session.organising.ids(ArticleQuery()))
        session.organising.empty_trash()
    demo.fill()
    assert held(demo.LIBRARY) == ([], [])


def test_the_users_own_folders_are_left_alone(demo: ModuleType, home: Path) -> None:
    demo.keep_apart()
    for name in (*demo.FOLDERS, "READER_LIBRARY"):
        assert Path(os.environ[name]).is_relative_to(demo.DEMO)
    demo.fill()
    assert not [each for each in home.rglob("*") if each.is_file()]
