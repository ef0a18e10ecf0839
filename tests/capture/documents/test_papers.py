"""Documents that are not web pages."""

# ruff: noqa: E501  cases are read by rows

import pytest

from reader.capture.documents.papers import page_of_paper, sensible_title


@pytest.mark.parametrize(
    ("markup", "title", "said", "rest"),
    [
        ("<h1>标题</h1><p>正文在此。</p>", "标题", (None, None), "正文在此。"),
        ("<p>没有样式的标题</p><p>2026-03-02 来源：云岭日报</p><p>正文在此。</p>", "没有样式的标题", ("2026-03-02", "云岭日报"), "正文在此。"),
        ("<p>第一段是一句完整的话。</p><p>正文在此。</p>", "", (None, None), "第一段是一句完整的话。正文在此。"),
        ("<p>只有一行</p>", "", (None, None), "只有一行"),
        ("<table><tr><td>单位</td><td>数量</td></tr></table><p>正文在此。</p>", "", (None, None), "单位数量正文在此。"),
        ("<h1>上行<br>下行</h1><p>正文在此。</p>", "上行下行", (None, None), "正文在此。"),
        ("<p>云岭市人民政府文件</p><p>云政发〔2026〕3号</p><h1>关于推进网格的意见</h1><p>正文在此。</p>", "关于推进网格的意见", (None, None), "云岭市人民政府文件云政发〔2026〕3号正文在此。"),
        ("<p>附件1</p><p>任务清单</p><p>来源：云岭日报</p><p>正文在此。</p>", "任务清单", (None, "云岭日报"), "附件1正文在此。"),
        ("<p>云岭有你，才有春天！</p><p>正文在此。</p>", "云岭有你，才有春天！", (None, None), "正文在此。"),
        ("", "", (None, None), ""),
    ],
)  # fmt: skip
def test_the_headline_is_found_and_leaves_the_text(markup, title, said, rest):
    page = page_of_paper(markup)
    assert page.title == title
    assert (page.published, page.source) == said
    assert "".join(page.body.text_content().split()) == rest


def test_the_original_address_at_the_end_is_kept():
    page = page_of_paper("<h1>标题</h1><p>正文在此。</p><p>原文链接：https://a.example/1.html</p>")
    assert page.original_url == "https://a.example/1.html"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("青禾区调研报告", "青禾区调研报告"),
        ("Microsoft Word - 报告.doc", ""),
        ("新建 Microsoft Word 文档", ""),
        ("新建社区治理办法", "新建社区治理办法"),
        ("Untitled-1", ""),
        ("文档1", ""),
        ("报告(终稿).docx", ""),
        ("20260318", ""),
        ("\0", ""),
        ("Document management in towns", "Document management in towns"),
    ],
)
def test_titles_that_programs_make_up_are_none(said, title):
    assert sensible_title(said) == title
