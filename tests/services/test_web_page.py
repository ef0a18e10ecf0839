"""An article as a page of its own."""

from html.parser import HTMLParser

from reader.model.article import Article, Content, Metadata, StoredImage, Version
from reader.services.web_page import web_page

SHA = "ab" * 32


def page(html: str, **about: str) -> str:
    article = Article("0" * 32, Metadata(**{"title": "甲 <乙> & 丙"} | about), "2026-11-02T08:00:00Z")
    content = Content(Version("0" * 32, 1, "2026-11-02T08:00:00Z", "", 0), (), html)
    stored = StoredImage(SHA, "image/png", 3, 2, b"\x89PNG", "https://example.org/a.png")
    return web_page(article, content, lambda sha256: stored if sha256 == SHA else None)


def test_pictures_stand_in_the_page_and_missing_ones_by_their_words() -> None:
    made = page(f'<p><img src="lib:{SHA}" alt="图一"><img alt="图二 &quot;x&quot;"><img src="lib:{"0" * 64}"></p>')
    assert '<img alt="图一" src="data:image/png;base64,iVBORw==">' in made
    assert '<span class="missing">图二 &quot;x&quot;</span>' in made
    assert made.count("<img") == 1 and "lib:" not in made


def test_facts_are_escaped_and_nothing_comes_from_elsewhere() -> None:
    made = page("<p>文</p>", source="<script>x</script>", url='https://example.org/"onload=1')
    seen: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: seen.extend([tag, *(name for name, _ in attributes)])  # type: ignore[method-assign]
    parser.feed(made)
    assert "script" not in seen and "onload" not in seen and "src" not in seen
    assert "<title>甲 &lt;乙&gt; &amp; 丙</title>" in made
