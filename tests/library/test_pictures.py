"""Pictures that were missing are put into the version that lacks them; its text stays."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library
from reader.library.pictures import _html_with
from reader.model.article import StoredImage
from reader.model.blocks import Block, BlockKind


def address(name: str) -> str:
    return f"https://qinghe.example/{name}.png"


@pytest.fixture
def make(library: Library, capture: Any, picture: Any) -> Any:
    """Adds an article with a picture for each letter; those in `stored` have their bytes."""

    def add(letters: str, stored: str = "") -> tuple[str, dict[str, StoredImage]]:
        images = {each: replace(picture(each.encode() * 9), src=address(each)) for each in letters}
        blocks, html = [Block(BlockKind.PARAGRAPH, "开头")], "<p>开头</p>"
        for each in letters:
            sha256 = images[each].sha256 if each in stored else ""
            blocks.append(Block(BlockKind.IMAGE, image=sha256, alt="图 & 说明"))
            source = f' src="lib:{sha256}"' if sha256 else ""
            html += f'<p><img{source} alt="图 &amp; 说明"></p>'
        captured = replace(
            capture("图集", "开头"),
            blocks=tuple(blocks),
            html=html,
            images=tuple(images[each] for each in dict.fromkeys(stored)),
            image_sources=tuple(map(address, letters)),
        )
        return library.articles.add(captured).id, {each.src: each for each in images.values()}

    return add


def test_missing_pictures_come_into_their_places(library: Library, make: Any) -> None:
    key, images = make("abcab", stored="b")
    before = library.articles.content(key)
    lacking = library.pictures.missing(key)
    assert lacking.addresses == (address("a"), address("c"))
    assert library.pictures.fill(key, lacking.version, {address("a"): images[address("a")]}) == 2
    after = library.articles.content(key)
    shown = [block.image for block in after.blocks if block.kind is BlockKind.IMAGE]
    a, b = images[address("a")].sha256, images[address("b")].sha256
    assert shown == [a, b, "", a, b]
    assert after.html.count(f'src="lib:{a}"') == 2 and after.html.count("src=") == 4
    assert (after.text, after.version) == (before.text, before.version)
    assert len(library.articles.versions(key)) == 1
    assert library.articles.image(a) == images[address("a")]
    assert library.pictures.missing(key).addresses == (address("c"),)
    assert library.health.check() == []


def test_filling_again_changes_nothing(library: Library, make: Any) -> None:
    key, images = make("ab")
    assert library.pictures.fill(key, 1, images) == 2
    assert library.pictures.fill(key, 1, images) == 0
    assert set(library.articles.images(key)) == set(images)


def test_another_version_is_left_alone(library: Library, make: Any, capture: Any) -> None:
    key, images = make("a")
    library.articles.add_version(key, capture("图集", "新的正文"))
    assert library.pictures.fill(key, 1, images) == 0
    assert library.pictures.missing(key).addresses == ()


def test_where_places_and_addresses_do_not_correspond_nothing_is_guessed(library: Library, capture: Any) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, "文"), *(Block(BlockKind.IMAGE) for _ in range(3)))
    key = library.articles.add(replace(capture("旧", "文"), blocks=blocks, image_sources=(address("a"),))).id
    assert library.pictures.missing(key).addresses == ()


@given(st.lists(st.tuples(st.text("图<>&\"' a", max_size=8), st.sampled_from(["", "f" * 64, "0" * 64])), max_size=6))
def test_html_keeps_all_but_the_missing_sources(places: list[tuple[str, str]]) -> None:
    from html import escape

    html = "".join(f'<p>段<img alt="{escape(alt)}"></p>' for alt, _ in places)
    blocks = [Block(BlockKind.IMAGE, image=image, alt=" ".join(alt.split())) for alt, image in places]
    filled = _html_with(html, blocks)
    assert filled.count("src=") == sum(bool(image) for _, image in places)
    for image in ("f" * 64, "0" * 64):
        filled = filled.replace(f' src="lib:{image}"', "")
    assert filled == html
