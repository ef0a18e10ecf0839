"""What metadata says of the kind of an article, and what it does not."""

import pytest

from reader.export.genres import Genre, genre_of, newspaper_page
from reader.model.article import Metadata

PAPER = "http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_3-02.htm"


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("开原市：“一二三”模式开创党建引领基层治理新局面", "EB"),
        ("第29次中国互联网络发展状况统计报告", "R"),
        ("青禾区2026年政府工作报告", "R"),
        ("政府工作报告（2026年）", "R"),
        ("数字乡村发展白皮书", "R"),
        ("区长作政府工作报告", "EB"),
        ("区人大常委会听取和审议年度工作报告", "EB"),
        ("我市发布营商环境白皮书", "EB"),
        ("报告", "EB"),
        ("青禾区人民政府办公室关于加强网格化管理的通知", "A"),
        ("关于加强网格化管理的实施意见", "A"),
        ("关于加强网格化管理的意见（青政办〔2026〕3号）", "A"),
        ("关于网格化管理的思考", "EB"),
        ("", "EB"),
    ],
)
def test_titles(title: str, genre: str) -> None:
    assert genre_of(Metadata(title=title, source="云岭日报")) == genre


def test_a_newspaper_is_one_in_its_own_edition_only() -> None:
    assert genre_of(Metadata(title="题名", source="人民日报", url=PAPER)) is Genre.NEWSPAPER
    assert genre_of(Metadata(title="题名", source="人民日报", url="https://www.lndj.gov.cn/1.html")) is Genre.WEB_PAGE
    assert genre_of(Metadata(title="题名", source="人民网", url=PAPER)) is Genre.WEB_PAGE
    assert genre_of(Metadata(title="题名", source="人民日报", url="http://[::1")) is Genre.WEB_PAGE


@pytest.mark.parametrize(
    ("path", "page"),
    [("nw.D110000renmrb_20130112_3-02.htm", "2"), ("nw.D1_20260302_1-A05.htm", "A5"), ("nw.D1_20260302_1-10.htm", "10"),
     ("content_3005.html", "")],
)  # fmt: skip
def test_the_page_is_in_the_address(path: str, page: str) -> None:
    assert newspaper_page(Metadata(url=f"https://szb.example.org/html/{path}")) == page
