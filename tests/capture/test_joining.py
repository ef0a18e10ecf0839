"""Parsed pages made one: order, images, what is known already."""

from hypothesis import given
from hypothesis import strategies as st

from reader.capture.joining import fill, holds, is_full, join, says_more


def page(token, *texts, images=(), **fields):
    """What the worker answers for a page with these paragraphs, each image after the paragraph of its number."""
    blocks = [{"kind": "paragraph", "text": text} for text in texts]
    blocks += [{"kind": "image", "text": "", "image": f"{token}-{index}"} for index in range(len(images))]
    html = "".join(f"<p>{text}</p>" for text in texts)
    html += "".join(f'<img src="lib:{token}-{index}">' for index in range(len(images)))
    empty = dict.fromkeys(("published", "source", "author", "original_url", "language", "next_page", "whole_page"))
    return empty | {
        "title": "题", "token": token, "blocks": blocks, "html": html, "markdown": "\n\n".join(texts) + "\n",
        "images": list(images), "files": [], "embedded": [], "truncated": False,
    } | fields  # fmt: skip


@given(st.lists(st.lists(st.text(alphabet="甲乙丙<&\"", max_size=4), max_size=3), min_size=1, max_size=4))
def test_blocks_and_html_stand_in_the_order_of_the_pages(contents):
    pages = [page(f"t{number}", *texts) for number, texts in enumerate(contents)]
    joined = join(pages)
    assert [block["text"] for block in joined["blocks"]] == [text for texts in contents for text in texts]
    assert joined["html"] == "".join(each["html"] for each in pages)


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True, max_size=4), min_size=1, max_size=4))
def test_every_image_keeps_its_address(contents):
    pages = [page(f"t{number}", images=images) for number, images in enumerate(contents)]
    joined = join(pages)
    names = [block["image"] for block in joined["blocks"]]
    assert [joined["images"][int(name.removeprefix("t0-"))] for name in names] == [i for each in contents for i in each]
    assert len(set(joined["images"])) == len(joined["images"])
    assert joined["html"] == "".join(f'<img src="lib:{name}">' for name in names)


def test_the_first_page_leads_and_later_ones_fill_in():
    joined = join([page("a", "甲", source="云岭日报"), page("b", "乙", source="他报", author="林青", title="别题")])
    assert (joined["title"], joined["source"], joined["author"]) == ("题", "云岭日报", "林青")
    assert joined["markdown"] == "甲\n\n乙\n"


def test_one_truncated_page_makes_the_whole_truncated():
    assert join([page("a", "甲"), page("b", "乙", truncated=True)])["truncated"]


def test_attachments_are_kept_once_and_inline_pictures_with_their_bytes():
    joined = join(
        [
            page("a", "甲", files=[["x.pdf", "办法"]], embedded=[["inline:1", 2]], payload=b"12"),
            page("b", "乙", files=[["x.pdf", "办法"], ["y.pdf", "附表"]], embedded=[["inline:2", 1]], payload=b"3"),
        ]
    )
    assert joined["files"] == [["x.pdf", "办法"], ["y.pdf", "附表"]]
    assert (joined["embedded"], joined["payload"]) == ([["inline:1", 2], ["inline:2", 1]], b"123")


def test_the_pages_are_left_as_they_were():
    first = page("a", "甲", images=["x"])
    join([first, page("b", "乙", images=["y"])])
    assert first == page("a", "甲", images=["x"])


def test_what_says_more():
    known = [page("a", "甲" * 20, "乙" * 20)]
    assert says_more(known, page("b", "丙" * 20, "丁" * 20, "甲" * 20))
    assert not says_more(known, page("b", "乙" * 20, "甲" * 20, "丁"))
    assert not says_more(known, page("b", images=["x"]))


def test_what_holds_the_other():
    part = page("a", "甲" * 20, "乙" * 20)
    assert holds(page("b", "甲" * 20, "乙" * 20, "丙" * 20), part)
    assert not holds(page("b", "甲" * 20, "乙" * 20), part)
    assert not holds(page("b", "丁" * 20, "戊" * 20, "丙" * 20), part)


def test_filling_changes_nothing_that_is_known():
    assert fill(page("a", source="甲"), page("b", source="乙", published="2026-03-02")) | {"blocks": []} == page(
        "a", source="甲", published="2026-03-02"
    )


def test_what_is_full():
    assert not is_full([page("a", "甲"), page("b", images=["x"])])
    assert is_full([page("a", "甲" * 2_000_000), page("b", "乙" * 1_000_001)])
    assert is_full([page("a", images=range(300)), page("b", images=range(201))])
