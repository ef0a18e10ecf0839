"""Lines that are none of the article, and lines that only look so."""

# ruff: noqa: E501  lists of cases are read by rows

import pytest

from reader.text import furniture
from reader.text.furniture import is_credit, is_head_furniture, is_tail_furniture, original_address, tail_share

TABLES = {name: getattr(furniture, name) for name in ("HEAD", "TAIL", "CREDITS", "HEAD_CREDITS")}


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_has_its_reason(table):
    for rule in TABLES[table]:
        assert rule.reason
        assert 0 < rule.share <= 1
        assert rule.longest <= 2000


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 要闻 > 正文",
        "首页 >> 工作动态 >> 正文",
        "【字体：大 中 小】",
        "打印本页",
        "浏览次数：233",
        "欢迎访问云岭政务网",
    ],
)
def test_head(line):
    assert is_head_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["责任编辑：何田", "（责编：丁一、卫宁）", "[免责声明] 本文来源于网络。", "上一篇：春耕备耕", "相关阅读", "© 2024 云岭观察 版权所有",
     "滇ICP备00000001号", "【打印本页】 【关闭窗口】", "分享让更多人看到", "云岭声明：此消息系转载自合作媒体，不代表本网观点。",
     "特别声明：以上内容为自媒体平台用户上传并发布。", "转载请注明出处", "网友评论", "评论 0", "12条评论", "举报/反馈", "我要反馈",
     "违法和不良信息举报电话：0000-0000000", "您访问的链接即将离开“云岭市政府门户网站” 是否继续？", "微信扫一扫分享", "编辑｜林晚", "一审：林晚 二审：周青"],
)  # fmt: skip
def test_tail(line):
    assert is_tail_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["联系电话：0000-1234567", "主办单位：云岭市总工会", "责任编辑出版社会学著作的经验告诉我们，问题在于落实。", "下一步，该市将继续推进。",
     "上下一条心，黄土变成金。", "编辑部里的灯亮到了深夜，大家都在等消息。", "主编这部志书用了三年。", "来源于群众、服务于群众，是网格工作的根本。",
     "版权所有者应当及时登记。", "统筹：把资源用在刀刃上。", "声明指出，双方将继续合作。", "分享会上，书记讲述了自己的故事。", "扫码即可办理，群众连声说好。",
     "附件：1.青禾区网格划分表", "记者：请问网格员如何选聘？", "审核机关：市司法局", "抄送：市委各部门", "（此件公开发布）", "浏览量突破10万次。"],
)  # fmt: skip
def test_text_that_stays(line):
    assert not is_tail_furniture(line)
    assert not is_credit(line)
    assert not is_head_furniture(line)


def test_what_nobody_writes_inside_an_article_may_have_much_below_it():
    assert tail_share("责任编辑：何田") > tail_share("编辑：何田") > tail_share("正文。") == 0


@pytest.mark.parametrize(
    "line",
    ["本报记者 林青", "记者 林青 通讯员 高原", "《云岭日报》（2024年05月11日 09版）", "文丨林青", "整理：高原", "图片：林青", "来源｜云岭发布",
     "转自：云岭发布", "（市委组织部供稿）", "撰稿：林晚　编辑：周青　审核：王安", "关注“云岭发布”微信公众号", "打开APP阅读全文"],
)  # fmt: skip
def test_credits(line):
    assert is_credit(line)


def test_a_sentence_about_a_reporter_is_no_credit():
    assert not is_credit("记者林青在现场看到，大家都在忙。")


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("原文链接：https://www.yunling.example/1.html", "https://www.yunling.example/1.html"),
        ("原文地址: http://a.example/b?c=1", "http://a.example/b?c=1"),
        ("（来源链接：http://a.example/b）", "http://a.example/b"),
        ("详情见 https://a.example/", None),
        ("原文链接：见公众号", None),
    ],
)
def test_original_address(line, address):
    assert original_address(line) == address
