"""Attachments and missing pictures on the command line."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Reader = Callable[..., Any]

BODY = (
    "<p>近年来，青禾区把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户，办结事项九百余件。</p>"
    "<p>附件：<a href='/files/评分表.doc'>1.网格评比评分表</a></p><p><img src='/map.png' alt='网格分布图'></p>"
    "<p>下一步，区里将把办理时限和满意率公布在小区门口，请居民监督，让小事不出网格就能办好。</p>"
)
DOC = b"\xd0\xcf\x11\xe0 a word file"


@pytest.fixture
def notice(reader: Reader, site: Any) -> str:
    """The id of a notice with an attachment, whose picture could not be had."""
    site.put("/files/评分表.doc", DOC, "application/msword")
    page = site.put("/a.html", f"<title>通知</title><h1>关于网格评比的通知</h1><div class=TRS_Editor>{BODY}</div>")
    return str(reader("add", page, "--json").json[0]["id"])


def test_attachments_are_listed_and_written(reader: Reader, notice: str, site: Any, tmp_path: Path) -> None:
    row = {
        "name": "1.网格评比评分表.doc",
        "sha256": hashlib.sha256(DOC).hexdigest(),
        "bytes": len(DOC),
        "media_type": "application/msword",
        "href": site.url("/files/评分表.doc"),
        "path": None,
    }
    assert reader("attachments", notice, "--json").json == [row]
    assert reader("show", notice, "--json").json["attachments"] == [row]
    assert "评分表" in reader("attachments", notice).text
    folder = tmp_path / "附件"
    written = reader("attachments", notice, "-o", folder, "--json").json
    assert written == [row | {"path": str(folder / "1.网格评比评分表.doc")}]
    assert (folder / "1.网格评比评分表.doc").read_bytes() == DOC
    assert "(2)" in reader("attachments", notice, "-o", folder).text


def test_an_article_without_attachments(reader: Reader, saved: str) -> None:
    assert reader("attachments", saved, "--json").json == []
    assert reader("attachments", saved).text == "No attachments.\n"


def test_missing_pictures_are_fetched_and_the_page_holds_them(reader: Reader, notice: str, site: Any) -> None:
    page = reader("show", notice, "--format", "html").text
    assert "data:" not in page.partition("<body>")[2] and "网格分布图" in page
    assert reader("fetch-images", notice, "--json").json == [{"id": notice, "filled": 0, "missing": 1}]
    site.put("/map.png", png(), "image/png")
    told = reader("fetch-images", notice, "--json")
    assert told.json == [{"id": notice, "filled": 1, "missing": 0}]
    page = reader("show", notice, "--format", "html").text
    assert '<img alt="网格分布图" src="data:image/png;base64,' in page and "lib:" not in page
    assert page.startswith("<!DOCTYPE html>") and "<h1>" in page


def png() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "PNG")
    return out.getvalue()
