"""Front matter of Markdown notes."""

from reader.text.front_matter import read_front_matter


def test_what_it_says():
    front = read_front_matter(
        ["---", 'title: "清河市基层治理规划"', "publish_date: 2022-05-17T00:00", "publisher: 清河市人民政府",
         "author: 林青", "tags: [治理, 规划]", "# 备注", "url: https://qinghe.example/a.html", "---", "正文。"]
    )  # fmt: skip
    assert front is not None
    assert front == (9, "清河市基层治理规划", "2022-05-17", "清河市人民政府", "林青", "https://qinghe.example/a.html")


def test_chinese_names_and_a_source_that_is_an_address():
    front = read_front_matter(["---", "标题：治理", "来源: 清河网", "source: https://qinghe.example/b", "..."])
    assert front is not None
    assert (front.title, front.source, front.original_url) == ("治理", "清河网", "https://qinghe.example/b")


def test_a_rule_above_a_text_is_none():
    assert read_front_matter(["---", "近年来，清河市坚持党建引领。", "---"]) is None
    assert read_front_matter(["---", "title: 治理"]) is None
    assert read_front_matter(["---", "---"]) is None
    assert read_front_matter(["---", *["a: b"] * 100, "---"]) is None
    assert read_front_matter([]) is None
