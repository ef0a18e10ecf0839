"""The Markdown form of a body."""

from reader.capture.markdown import to_markdown


def test_common_forms():
    html = "<h2>一、背景</h2><p>要<b>抓实</b>，见<a href='https://a.example/'>附件</a>。</p><ul><li>甲</li><li>乙</li></ul>"
    assert to_markdown(html, {}) == "## 一、背景\n\n要**抓实**，见[附件](https://a.example/)。\n\n- 甲\n- 乙\n"


def test_images_have_their_addresses():
    html = '<p><img src="lib:ab-0" alt="现场"></p><p><img src="lib:ab-1"></p>'
    text = to_markdown(html, {"lib:ab-0": 'https://a.example/1.jpg?a=1&b="2"', "lib:ab-1": "https://a.example/2.jpg"})
    assert "![现场](https://a.example/1.jpg?a=1&b=%222%22)" in text
    assert "https://a.example/2.jpg" in text


def test_what_looks_like_markdown_stays_text():
    assert to_markdown("<p>第1_2_条 *注*</p>", {}) == "第1\\_2\\_条 \\*注\\*\n"


def test_a_very_long_page_is_paragraphs():
    text = to_markdown("<p>基层<b>治理</b> &lt;一&gt; #1。</p>" * 30_000, {})
    assert text.startswith("基层治理 \\<一\\> \\#1。\n\n基层治理")
    assert text.count("治理") == 30_000
