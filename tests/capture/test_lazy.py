"""The real address of an image, wherever a page keeps it."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.lazy import settle_images
from reader.capture.page import extract_page, parse_markup
from reader.capture.parsing import Source, parse

REAL = "/pic/1.jpg"


def addresses(markup: str) -> list[str]:
    root, _ = parse_markup(f"<html><body><div>{markup}</div></body></html>")
    settle_images(root)
    for noscript in root.iter("noscript"):
        for image in list(noscript.iter("img")):
            image.getparent().remove(image)
    return [image.get("src") for image in root.iter("img")]


@pytest.mark.parametrize(
    "markup",
    [
        f"<img src={REAL}>",
        f"<img src=/blank.gif data-original={REAL}>",
        f"<img data-src={REAL}>",
        f"<img src=/loading.gif data-lazyload={REAL}>",
        f"<img src=/images/lazyload.png file={REAL}>",
        f"<img src=/g/grey.gif real_src={REAL}>",
        f"<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' srcset='/pic/s.jpg 320w, {REAL} 1600w'>",
        f"<img data-srcset='/pic/s.jpg 1x,{REAL} 2x'>",
        f"<img srcset='{REAL} 1700w, /pic/huge.jpg 8000w' src=''>",
        f"<picture><source type=image/avif srcset=/pic/1.avif><source srcset='{REAL}'><img src=/blank.gif></picture>",
        f"<picture><source srcset='{REAL} 800w'><img alt=图></picture>",
        f"<img class=lazy src=/placeholder.png><noscript><img src={REAL}></noscript>",
        f"<img class=lazy data-src={REAL}><noscript><img src={REAL}></noscript>",
        f"<img class=lazy data-src={REAL}><noscript><img src={REAL}?w=600></noscript>",
        f"<noscript><img src={REAL}></noscript><img class=lazy src=/blank.gif>",
        f"<div><p>图</p><noscript><img src={REAL} width=600></noscript></div>",
        f"<img src={REAL} data-src=/pic/other.jpg lazy=loaded>",
        f"<img src={REAL} srcset='/pic/2.jpg 900w'>",
        f"<img src='  {REAL} '>",
        f"<img src={REAL}><img width=1 height=1 src=/count.gif><img src='data:image/png;base64,AAAA'><img>",
        f"<img src={REAL}><noscript><img style='position: absolute; left: -9999px' src=/hit></noscript>",
    ],
)
def test_one_image_with_its_real_address(markup):
    assert addresses(markup) == [REAL]


def test_an_address_with_commas_in_a_list_of_sizes():
    assert addresses("<img srcset='/c_fill,w_300/1.jpg 300w, /c_fill,w_900/1.jpg 900w'>") == ["/c_fill,w_900/1.jpg"]


def test_two_images_with_their_twins_stay_two():
    one = "<p><img src=/blank.gif data-src=/{0}.jpg><noscript><img src=/{0}.jpg></noscript></p>"
    assert addresses(one.format("a") + one.format("b")) == ["/a.jpg", "/b.jpg"]


def test_an_image_inside_the_page_is_kept(picture):
    data = picture + b"\0" * 2000
    address = "data:image/png;base64," + base64.b64encode(data).decode()
    page = (
        "<title>图说</title><h1>图说</h1><div><p>青禾区把网格作为最小单元，走访群众三千余户，办结事项九百余件。</p>"
        f"<p><img src='{address}' alt=网格图></p><p>下一步将继续完善机制，把问题解决在家门口，让群众满意。</p></div>"
    )
    found = parse(page.encode(), Source(name="a.html"))
    assert [len(found.embedded[name]) for name in found.images] == [len(data)]


def test_base_blanks_and_chinese_in_an_address():
    page = (
        "<base href='//img.example.org/2026/'><title>图说</title><h1>图说</h1><div>"
        "<p>青禾区把网格作为最小单元，走访群众三千余户，办结事项九百余件。</p><p><img src='图 1.jpg'></p>"
        "<p><img src='//cdn.example.org/2.jpg'></p><p><img src='图 1.jpg'></p>"
        "<p>下一步将继续完善机制，把问题解决在家门口，让群众满意。</p></div>"
    )
    found = parse(page.encode(), Source(url="https://www.example.org/a/b.html"))
    assert found.images == ["https://img.example.org/2026/图 1.jpg", "https://cdn.example.org/2.jpg"]
    assert sum(block["kind"] == "image" for block in found.blocks) == 3


@given(st.text("ab/.,jpg 12wx\n\t:data", max_size=80))
def test_no_list_of_sizes_is_too_odd(candidates):
    root, _ = parse_markup("<p><img></p>")
    next(root.iter("img")).set("srcset", candidates)
    settle_images(root)
    # One address, or the image is gone: nothing of the list's own writing is left.
    addresses = [image.get("src") for image in root.iter("img")]
    assert all(address and not any(blank in address.strip() for blank in "\n\t") for address in addresses)


def test_a_page_without_a_body():
    assert extract_page("<img src=a.png>", None) is not None
