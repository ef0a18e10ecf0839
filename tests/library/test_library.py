"""The door to the room."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from reader.library import Library
from reader.messages import Messages

ROOT = Path(__file__).resolve().parents[2]

USED = """
import sys
from reader.library import Library
from reader.model.query import ArticleQuery
with Library.open(sys.argv[1]) as library:
    library.articles.list(ArticleQuery(sort="title", limit=50))
    library.index.search("党建")
print([name for name in ("sqlite_utils", "click", "filelock", "requests", "lxml", "tempfile") if name in sys.modules])
"""


def test_listing_and_searching_import_nothing_heavy(library: Library, capture: Any) -> None:
    library.articles.add(capture("题", "党建"))
    library.close()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", USED, str(library.path)], capture_output=True, text=True, env=environment, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_a_library_is_named_by_a_string_too(tmp_path: Path, capture: Any) -> None:
    with Library.open(str(tmp_path / "l.db")) as library, library.transaction():
        library.articles.add(capture("题", "文"))
    with Library.open(tmp_path / "l.db", create=False) as library:
        assert library.articles.counts().all == 1


def test_every_error_and_problem_of_the_room_has_a_sentence_in_both_languages() -> None:
    source = "".join(file.read_text("utf-8") for file in sorted((ROOT / "src/reader/library").glob("*.py")))
    codes = {f"error.{code}" for code in re.findall(r'(?<!Value)Error\(\s*"([a-z_]+)"', source)}
    codes |= {f"error.{code}" for code in re.findall(r'"((?:library|sqlite)_[a-z_]+)"[,)]', source)} - {
        "error.library_in_cloud_folder",
        "error.sqlite_errorcode",
    }
    codes |= {f"problem.{code}" for code in re.findall(r'Problem\("([a-z_]+)"', source)}
    assert len(codes) > 25
    for language in ("en", "zh_CN"):
        catalogue = json.loads((ROOT / f"resources/messages/{language}/library.json").read_text("utf-8"))
        assert codes <= set(catalogue)
        assert all(Messages(language).has(code) for code in codes)
