"""Citations, byte for byte as the standards and the formats have them."""

import dataclasses
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.citations import STYLES, cite, reprint_note
from reader.model.article import Metadata

SEED = Metadata(
    title="开原市:“一二三”模式开创党建引领基层治理新局面",
    published="2022-09-01",
    source="辽沈智慧党建云平台",
    original_url="https://www.lndj.gov.cn/portaluploads/html/site-5/info/43140.html",
    language="zh",
)
REPRINT = dataclasses.replace(
    SEED, url="http://www.lzfz.org.cn/a/1.html", site="lzfz.org.cn", author="张三、李四，王五；赵六"
)
READ = "2026-11-22"


@pytest.mark.parametrize(
    ("style", "citation"),
    [
        (
            "gbt7714-2025",
            "开原市：“一二三”模式开创党建引领基层治理新局面[EB/OL]. （2022-09-01）[2026-11-22]. "
            "https://www.lndj.gov.cn/portaluploads/html/site-5/info/43140.html.",
        ),
        (
            "gbt7714-2015",
            "开原市: “一二三”模式开创党建引领基层治理新局面[EB/OL]. (2022-09-01)[2026-11-22]. "
            "https://www.lndj.gov.cn/portaluploads/html/site-5/info/43140.html.",
        ),
    ],
)
def test_the_standards_own_form(style: str, citation: str) -> None:
    assert cite(SEED, READ, style) == citation


NEWS = Metadata(
    title="题名",
    author="丁文详",
    source="人民日报",
    published="2013-01-12",
    url="http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_3-02.htm",
)
REPORT = Metadata(
    title="第29次中国互联网络发展状况统计报告",
    author="中国互联网络信息中心",
    published="2012-01-16",
    url="http://www.example.org/201201/P02012.pdf",
)
CIRCULAR = Metadata(title="关于加强网格化管理的通知", published="2005-07-12", url="http://www.example.org/39934.html")


@pytest.mark.parametrize(
    ("metadata", "recent", "former"),
    [
        (
            NEWS,
            f"丁文详. 题名[N/OL]. 人民日报，2013-01-12（2）. {NEWS.url}.",
            f"丁文详. 题名[N/OL]. 人民日报, 2013-01-12(2)[2013-03-26]. {NEWS.url}.",
        ),
        (
            REPORT,
            f"中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. 2012-01-16. {REPORT.url}.",
            "中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. (2012-01-16)[2013-03-26]. "
            f"{REPORT.url}.",
        ),
        (
            CIRCULAR,
            f"关于加强网格化管理的通知[A/OL]. 2005-07-12. {CIRCULAR.url}.",
            f"关于加强网格化管理的通知[A/OL]. (2005-07-12)[2013-03-26]. {CIRCULAR.url}.",
        ),
        (
            dataclasses.replace(NEWS, published=None),
            f"丁文详. 题名[N/OL]. 人民日报. {NEWS.url}.",
            f"丁文详. 题名[N/OL]. 人民日报[2013-03-26]. {NEWS.url}.",
        ),
        (
            dataclasses.replace(CIRCULAR, published=None),
            f"关于加强网格化管理的通知[A/OL]. {CIRCULAR.url}.",
            f"关于加强网格化管理的通知[A/OL]. [2013-03-26]. {CIRCULAR.url}.",
        ),
    ],
)
def test_other_kinds_of_documents(metadata: Metadata, recent: str, former: str) -> None:
    assert cite(metadata, "2013-03-26", "gbt7714-2025") == recent
    assert cite(metadata, "2013-03-26", "gbt7714-2015") == former


def test_other_formats_know_the_kind_too() -> None:
    assert cite(NEWS, READ, "ris").startswith("TY  - NEWS\r\n") and cite(REPORT, READ, "ris").startswith("TY  - RPRT")
    assert json.loads(cite(NEWS, READ, "csl-json"))["type"] == "article-newspaper"
    assert json.loads(cite(REPORT, READ, "csl-json"))["type"] == "report"


def test_without_a_date_of_issue_its_bracket_is_left_out() -> None:
    undated = dataclasses.replace(SEED, title="题名", published=None, original_url="https://e.example/1")
    assert cite(undated, "2025-03-06") == "题名[EB/OL]. [2025-03-06]. https://e.example/1."


def test_without_an_address_the_rest_stands() -> None:
    pasted = dataclasses.replace(SEED, title="题名", original_url=None)
    assert cite(pasted, READ) == "题名[EB/OL]. （2022-09-01）[2026-11-22]."


def test_three_authors_and_the_others() -> None:
    assert cite(REPRINT, READ).startswith("张三，李四，王五，等. 开原市：")
    assert cite(REPRINT, READ, "gbt7714-2015").startswith("张三, 李四, 王五, 等. 开原市: ")
    english = dataclasses.replace(SEED, author="Jane Doe; John Roe, Ann Poe; Max Moe")
    assert cite(english, READ).startswith("Jane Doe，John Roe，Ann Poe，et al. ")


@pytest.mark.parametrize("author", ["佚名", " ", None])
def test_an_unknown_author_is_none_and_the_source_never_becomes_one(author: str | None) -> None:
    assert cite(dataclasses.replace(SEED, author=author), READ).startswith("开原市：")


@pytest.mark.parametrize(
    ("author", "names"),
    [("王 小明", "王 小明"), ("王小明 李大山", "王小明，李大山"), ("本报记者 王小明", "本报记者，王小明")],
)
def test_spaces_between_chinese_names(author: str, names: str) -> None:
    assert cite(dataclasses.replace(SEED, author=author), READ).startswith(f"{names}. ")


def test_the_page_that_was_read_is_cited_and_the_reprint_noted_outside() -> None:
    assert cite(REPRINT, READ).endswith("[2026-11-22]. http://www.lzfz.org.cn/a/1.html.")
    assert reprint_note(REPRINT) == (
        "（lzfz.org.cn转载，原载辽沈智慧党建云平台，https://www.lndj.gov.cn/portaluploads/html/site-5/info/43140.html）"
    )
    assert reprint_note(SEED) == ""
    same = dataclasses.replace(SEED, url="http://lndj.gov.cn/portaluploads/html/site-5/info/43140.html/")
    assert reprint_note(same) == "", "the same page by another spelling is no reprint"


def test_bibtex() -> None:
    text = cite(dataclasses.replace(REPRINT, title="50% & {A}_b#$~\\题"), READ, "bibtex")
    assert text.startswith("@online{lzfz2022")
    assert "  title={{50\\% \\& \\{A\\}\\_b\\#\\$~\\textbackslash{}题}}," in text
    assert "  author={{张三} and {李四} and {王五} and {赵六}}," in text
    assert "  url={http://www.lzfz.org.cn/a/1.html},\n  urldate={2026-11-22}," in text
    assert "  date={2022-09-01}," in text and text.endswith("  langid={chinese}\n}")
    assert text.splitlines()[0].isascii()


@given(st.text(max_size=30), st.text(alphabet="{}\\\\%&a", max_size=12))
def test_braces_of_bibtex_are_balanced(title: str, author: str) -> None:
    entry = cite(dataclasses.replace(SEED, title=title + author, author=author, source=author), READ, "bibtex")
    depth = 0
    for character in entry:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0 and entry.endswith("}")


@given(st.text(max_size=30), st.text(max_size=12))
def test_ris_and_csl_stay_whole(title: str, author: str) -> None:
    about = dataclasses.replace(REPRINT, title=title, author=author)
    lines = cite(about, READ, "ris", keywords=(author,)).split("\r\n")
    assert lines[-2:] == ["ER  - ", ""] and all(re.match("[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert not any("\n" in line or "\r" in line for line in lines)
    assert json.loads(cite(about, READ, "csl-json")).get("title", "") == title


def test_ris_lines_end_as_the_format_wants() -> None:
    text = cite(SEED, READ, "ris", keywords=("治理",))
    assert text.split("\r\n") == [
        "TY  - ELEC",
        "TI  - 开原市:“一二三”模式开创党建引领基层治理新局面",
        "PB  - 辽沈智慧党建云平台",
        "DA  - 2022/09/01/",
        "PY  - 2022",
        "Y2  - 2026/11/22/",
        "UR  - https://www.lndj.gov.cn/portaluploads/html/site-5/info/43140.html",
        "LA  - zh",
        "KW  - 治理",
        "ER  - ",
        "",
    ]


def test_csl_json_keeps_the_title_verbatim() -> None:
    item = json.loads(cite(REPRINT, READ, "csl-json", id="ab12"))
    assert item == {
        "id": "ab12",
        "type": "webpage",
        "language": "zh-CN",
        "title": SEED.title,
        "author": [{"literal": name} for name in ("张三", "李四", "王五", "赵六")],
        "container-title": "lzfz.org.cn",
        "publisher": "辽沈智慧党建云平台",
        "issued": {"date-parts": [[2022, 9, 1]]},
        "accessed": {"date-parts": [[2026, 11, 22]]},
        "URL": "http://www.lzfz.org.cn/a/1.html",
        "note": reprint_note(REPRINT),
    }
    assert "author" not in json.loads(cite(SEED, READ, "csl-json"))


@pytest.mark.parametrize("style", STYLES)
def test_an_article_of_which_nothing_is_known(style: str) -> None:
    assert cite(Metadata(), "", style)
    assert "\n\n" not in cite(Metadata(title="a\nb\r\nTY  - X"), READ, style)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="harvard"):
        cite(SEED, READ, "harvard")
