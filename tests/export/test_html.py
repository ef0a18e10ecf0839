"""HTML: one file that can run nothing and fetch nothing."""

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.export import html
from reader.export.clean import printable
from reader.model.summary import Paragraph, Section, Summary, TextRun
from reader.text.folding import squeeze

from .conftest import COMPLETE

REFERENCE = Path(__file__).parent / "reference"


class Page(HTMLParser):
    """The text and the tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags, self.attributes, self.style = "", [], [], ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "style" and not self.style:
            self.style = data
        else:
            self.text += data


def test_reads_as_the_reference_does(paper: Summary) -> None:
    assert html.render(paper) == (REFERENCE / "study.html").read_text(encoding="utf-8")


def test_every_text_is_shown_as_it_was_written(paper: Summary, printed: Callable[[Summary], list[str]]) -> None:
    text = squeeze(Page(html.render(paper)).text)
    assert not [each for each in printed(paper) if squeeze(each) not in text]


def test_hostile_text_stays_text_and_nothing_of_it_is_lost(
    hostile: Summary, printed: Callable[[Summary], list[str]]
) -> None:
    page = Page(html.render(hostile))
    text = squeeze(page.text)
    for each in printed(hostile):
        assert squeeze(each) in text, f"{each!r} is not shown as it was written"
    assert not {"script", "img", "iframe", "link", "object", "base", "form"} & set(page.tags)
    addresses = [value for _, name, value in page.attributes if name in {"href", "src", "cite", "action"}]
    assert all(re.match(r"https?://|#reference-\d+$", address) for address in addresses)
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"]


def test_only_the_style_of_the_page_is_allowed_by_its_policy(paper: Summary) -> None:
    page = Page(html.render(paper))
    policy = next(value for tag, name, value in page.attributes if tag == "meta" and value.startswith("default-src"))
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy and "form-action 'none'" in policy
    assert "url(" not in page.style and "@import" not in page.style


def test_headings_tables_and_language_are_marked_up(paper: Summary) -> None:
    page = Page(html.render(paper))
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert ("html", "lang", "zh-CN") in page.attributes
    assert ("th", "scope", "col") in page.attributes and "caption" in page.tags
    assert page.tags.count("blockquote") == len(re.findall(r'class="seal"', html.render(paper)))


def test_every_part_of_a_paper_stands_in_its_place(complete: Summary) -> None:
    text, place = squeeze(Page(html.render(complete)).text), 0
    for part in COMPLETE:
        place = text.find(squeeze(part), place)
        assert place >= 0, f"{part!r} is missing or out of order"
        place += len(squeeze(part))


def test_parts_are_told_apart_by_more_than_their_look(complete: Summary) -> None:
    page = html.render(complete)
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1 and all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert re.search("<h3[^>]*>一、搭起架子</h3>", page)
    assert '<h2 class="starts-page">附件1：议事规则</h2>' in page
    assert '<figure><img src="data:image/png;base64,' in page and 'alt="几个人坐着"' in page
    assert '<meta name="author" content="周岚">' in page
    assert page.count("<blockquote") == page.count("<blockquote cite=") > 0, "a quotation does not say where it is from"
    # In black and white the kind is still read: the seal is a character in a frame.
    assert {"要", "鉴", "数", "问", "行"} <= set(re.findall(r'class="seal">(.)<', page))


def test_the_printed_page_has_the_margins_of_the_standard(paper: Summary) -> None:
    assert "@page { size: A4; margin: 37mm 26mm 35mm 28mm }" in Page(html.render(paper)).style


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("<>&\"'\n")))
def test_any_paragraph_survives(text: str) -> None:
    paper = Summary(title=("题",), sections=(Section("一", 1, (Paragraph((TextRun(text),)),)),))
    assert squeeze(Page(html.render(paper)).text) == "题题一" + squeeze(printable(text))
