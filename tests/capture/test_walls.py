"""Pages that stand in an article's place are refused; short articles that mention their words are not."""

# ruff: noqa: E501  lists of cases are read by rows

import contextlib
import time

import pytest

from reader.capture.parsing import Source, parse
from reader.capture.walls import WALLS, leads_home
from reader.model.errors import CaptureError

from .conftest import told

NAV = "<div class=nav><a href=/>首页</a> <a href=/news>要闻</a> <a href=/login>登录</a> <a href=/reg>注册</a></div>"
FOOT = "<div class=footer>版权所有：云岭市人民政府办公室 备案号 云ICP备00000001号</div>"
BOX = "<form class=login><input name=u placeholder=用户名><input type=password><input type=submit value=登录></form>"


def page(title: str, body: str, around: bool = True) -> str:
    top, bottom = (NAV, FOOT) if around else ("", "")
    return f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{top}{body}{bottom}</body></html>"


REFUSED = {
    "404 in the title": (page("404", "<h1>404</h1><p>抱歉，您访问的页面不存在！</p><a href=/>返回首页</a>"), "page_gone"),
    "404 with the site's name": (page("404错误页面 - 云岭新闻网", "<p>云岭新闻网为您推荐</p><ul><li><a href=/1>青禾区召开会议</a></ul>"), "page_gone"),
    "gone, in words": (page("页面不存在_云岭市人民政府", "<p>您所访问的页面不存在或已被删除，请检查网址是否正确。</p><p>5秒后自动跳转到首页</p>"), "page_gone"),
    "gone, the site's title": (page("云岭市人民政府门户网站", "<div class=box><p>很抱歉，您要访问的页面不存在！</p><p>可能是网址输入错误，或页面已更名、移动。</p><p>返回首页</p></div>"), "page_gone"),
    "article deleted": (page("云岭新闻网", "<div class=msg>该文章已被删除或不存在</div>"), "page_gone"),
    "WeChat, deleted": (page("", "<div class=weui-msg><h2>该内容已被发布者删除</h2></div>", around=False), "page_gone"),
    "English": (page("Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>", around=False), "page_gone"),
    "verb first": (page("提示信息", "<p>对不起，找不到您要访问的页面。</p><p>请联系网站管理员</p>"), "page_gone"),
    "WeChat, check": (page("", "<h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p><a href=#>去验证</a>", around=False), "verification_wall"),
    "portal, check": (page("安全验证", "<p>请完成安全验证</p><p>向右滑动滑块填充拼图</p>", around=False), "verification_wall"),
    "captcha": (page("云岭论坛", "<p>您的访问过于频繁，请输入验证码后继续访问</p><form><input name=code></form>"), "verification_wall"),
    "firewall": (page("网站防火墙", "<h1>您的请求已被拦截</h1><p>事件ID：3f2a-99ab-0001</p>", around=False), "verification_wall"),
    "English check": (page("Just a moment...", "<p>Verifying you are human. This may take a few seconds.</p>", around=False), "verification_wall"),
    "login by title": (page("用户登录 - 云岭干部学习网", f"<p>欢迎使用云岭干部学习网</p>{BOX}<p>忘记密码？</p>"), "login_wall"),
    "login to read": (page("青禾区调研报告_云岭内参", f"<h1>青禾区调研报告</h1><p>请登录后查看全文</p>{BOX}"), "login_wall"),
    "single sign-on": (page("统一身份认证平台", f"<p>账号登录</p><p>扫码登录</p>{BOX}", around=False), "login_wall"),
    "a form only": (page("云岭内网", f"<div><p>用户名：</p><p>密码：</p>{BOX}<p>登录</p></div>", around=False), "login_wall"),
    "English login": (page("Sign in", f"<p>Sign in to continue reading this article</p>{BOX}", around=False), "login_wall"),
    "network": (page("校园网上网认证", f"<p>欢迎使用云岭学院无线网络</p>{BOX}", around=False), "captive_portal"),
    "hotel": (page("WiFi Login", f"<p>Welcome to the Qinghe Hotel</p>{BOX}", around=False), "captive_portal"),
    "network in a line": (page("欢迎", f"<p>请先完成无线网络认证</p>{BOX}", around=False), "captive_portal"),
    "maintenance": (page("云岭市人民政府", "<p>网站正在升级维护，请稍后访问。</p>"), "page_unavailable"),
}

KEPT = {
    "a report on dead links": page("青禾区集中整治政务网站“页面不存在”问题_云岭新闻网", "<h1>青禾区集中整治政务网站“页面不存在”问题</h1><div class=TRS_Editor><p>3月5日，青禾区对辖区政务网站开展巡检，发现“您访问的页面不存在”等错误链接26处，已全部整改到位。</p></div>"),
    "a short notice that something is deleted": page("关于清理过期文件的通知", "<h1>关于清理过期文件的通知</h1><p>各镇街：</p><p>区政府网站2019年以前的会议通知已删除，需要查阅的请到区档案馆办理，联系电话0000-1234567。</p><p>云岭市青禾区人民政府办公室</p>"),
    "a notice on signing in": page("关于启用统一身份认证平台的通知_青禾区", f"{BOX}<h1>关于启用统一身份认证平台的通知</h1><p>自4月1日起，全区干部请登录新平台办理公文，原账号密码不变；首次登录须完成手机验证码验证。</p><p>青禾区政务服务中心</p><p>2026年3月20日</p>"),
    "a tip on captchas": page("防诈骗提醒：收到“请输入验证码”短信别慌", "<h1>防诈骗提醒：收到“请输入验证码”短信别慌</h1><p>青禾派出所提醒：凡是要求提供短信验证码的来电，一律挂断。</p><p>近期辖区接连发生多起冒充客服骗取验证码的案件，请居民提高警惕。</p>"),
    "free wireless in the park": page("青禾公园开通免费无线网络", "<h1>青禾公园开通免费无线网络</h1><p>市民连接“青禾公园”后完成上网认证即可使用，每天免费两小时，首批覆盖东门、湖心岛和儿童乐园。</p>"),
    "a site that will be repaired": page("云岭市政务服务网维护公告", "<h1>云岭市政务服务网维护公告</h1><p>为提升服务质量，云岭市政务服务网定于4月2日22时至4月3日6时进行升级维护，期间暂停网上申报，请提前安排办理时间。</p>"),
    "short news beside a login box": page("东岭镇义务植树_云岭新闻网", f"{BOX}<p>请登录</p><h1>东岭镇义务植树</h1><p>3月12日，东岭镇组织志愿者60余人开展义务植树活动，共栽植云杉、山桃1200余株，新增绿化面积30亩。</p>"),
    "a notice of an upgrade": page("系统升级公告_云岭市民政局", "<h1>系统升级公告</h1><p>因业务系统升级，3月5日18时至22时暂停线上办理婚姻登记预约，请提前安排办理时间。</p>"),
    "news in the section of building": page("青禾路改造完工_建设_云岭新闻网", "<div class=nav><a href=/>首页</a> <span>网站建设</span></div><h1>青禾路改造完工</h1><p>3月5日，青禾路改造工程完工通车，全长2.6公里，沿线居民出行更加方便，商户纷纷点赞。</p>"),
    "a number that is no status": page("404名网格员上岗", "<h1>404名网格员上岗</h1><p>404名网格员上岗</p><p>3月5日，青禾区404名专职网格员全部到岗，每人负责三百户左右的居民，每周走访不少于两次。</p>"),
    "a notice above a form for comments": page("停水通知", "<h1>停水通知</h1><p>因检修管道，3月5日8时至12时青禾路沿线停水，请居民提前储水备用，谢谢配合与支持。</p><p>发表评论</p><p>请输入验证码</p>"),
    "error 404 as a subject": page("Why a 404 page matters", "<h1>Why a 404 page matters</h1><p>A page that was not found still speaks for its town. Qinghe rewrote the text of its error page last year, and complaints fell by half.</p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_stands_in_an_articles_place_is_refused(name: str) -> None:
    markup, code = REFUSED[name]
    with pytest.raises(CaptureError) as caught:
        parse(markup.encode(), Source(media_type="text/html"))
    assert caught.value.code == code
    caught.value.data["source"] = "https://yunling.example/1.html"
    told(caught.value)


@pytest.mark.parametrize("name", KEPT)
def test_a_short_article_that_mentions_it_is_kept(name: str) -> None:
    found = parse(KEPT[name].encode(), Source(media_type="text/html"))
    assert sum(len(block["text"]) for block in found.blocks) > 40


def test_every_rule_has_a_reason_and_every_code_is_tried() -> None:
    assert all(wall.reason for wall in WALLS)
    assert {wall.code for wall in WALLS} == {code for _, code in REFUSED.values()}


def test_a_sign_in_page_on_another_host_is_probably_the_networks() -> None:
    markup = page("登录", f"<p>欢迎</p>{BOX}", around=False).encode()
    for asked, code in {"https://yunling.example/1.html": "captive_portal", "https://login.example/a": "login_wall"}.items():
        with pytest.raises(CaptureError) as caught:
            parse(markup, Source(media_type="text/html", url="https://login.example/b", asked=asked))
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("asked", "found", "is_home"),
    [
        ("https://yunling.example/2026/t1.html", "https://www.yunling.example/", True),
        ("https://yunling.example/2026/t1.html", "http://yunling.example/index.html", True),
        ("https://yunling.example/2026/t1.html", "https://yunling.example/2026/t1_1.html", False),
        ("https://yunling.example/", "https://yunling.example/index.html", False),
        ("https://yunling.example/a/1", "https://qinghe.example/", False),
        ("https://yunling.example/a/1", "https://yunling.example/?id=1", False),
    ],
)
def test_a_front_page_is_not_the_page_that_was_asked_for(asked: str, found: str, is_home: bool) -> None:
    assert leads_home(asked, found) is is_home


def test_looking_for_walls_takes_no_time() -> None:
    """Lines that begin like a wall's and go on otherwise, as many as are looked at."""
    for piece in ("请先完成验证码", "您访问的页面", "网络登录", "抱歉，", "404 ", "error id: 3f-", "sign in to "):
        lines = [(piece * 40)[:90] for _ in range(400)]
        markup = page("云岭网", "".join(f"<div class=nav>{line}</div>" for line in lines) + "<p>青禾区。</p>")
        started = time.process_time()
        with contextlib.suppress(CaptureError):
            parse(markup.encode(), Source(media_type="text/html"))
        assert time.process_time() - started < 1, piece
