"""Pages that stand in an article's place: sign-in forms, checks for robots, notices that a page is gone.

A server sends them with status 200, so only their words tell. Two things together make a wall: the article that was
found is next to nothing once the words of such pages are taken out, and a title or a whole line says what the page is.
A report that mentions these words in a sentence has other sentences, and its lines are longer than a notice.
"""

# ruff: noqa: E501  lists of rules are read by rows

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple
from urllib.parse import urlsplit

from reader.capture.addresses import site_of
from reader.capture.clutter import remove_silent
from reader.capture.lines import read_lines
from reader.capture.page import Page, parse_markup
from reader.capture.titles import page_title
from reader.model.errors import CaptureError

_LOOKED_AT = 600
"""Characters of a found body; a longer one is an article, whatever it says."""
_SAYS_NOTHING = 60
"""Characters besides the words of walls that a notice may hold: an address, the name of a site, a telephone number."""
_BESIDE_A_FORM = 25
"""The same where a form for comments would ask the same: a notice of one sentence has such a form below it too."""
_UNDER_A_TITLE = 300
"""The same for a page whose title alone says what it is: such pages list what else there is to read."""
_LINE = 90
"""Characters; a longer line is running text."""


_LINES = 300
"""Lines of a page that are looked at; a page of many more lines is a list, or made to keep us busy."""


class Place(Enum):
    """Where a pattern must match from beginning to end."""

    TITLE = auto()
    """A part of the page's title, between dashes and the like."""
    BODY = auto()
    """A line of the body that was found, or of the page when none was."""
    PAGE = auto()
    """Any line that the page shows."""


class Wall(NamedTuple):
    """One way of standing in the way."""

    code: str
    """Of the error."""
    reason: str
    place: Place
    pattern: str
    most: int = _SAYS_NOTHING
    """Characters of other text with which it still counts."""
    needs_form: bool = False
    """Only where the page has a field for a password, or was reached on another host."""


_THING = r"(?:页面|网页|网址|链接|地址|文章|内容|信息|资源|文件|稿件|新闻|帖子|商品|栏目)"
_GONE = (
    r"(?:不存在|未找到|没有找到|无法找到|找不到|已删除|已(?:经)?被?(?:作者|发布者|管理员)?(?:删除|移除|下线|撤下|撤销)|已失效|已过期|走丢了?|丢失了?|飞走了?)"
)
_SORRY = r"(?:[（(]?\s*(?:提示|错误|抱歉|很抱歉|非常抱歉|对不起|sorry|哎呀|oops)[!！,，。.:：~\s]*)?"
_END = r"[!！。.~～…啦了哦\s）)]*"

WALLS: tuple[Wall, ...] = (
    Wall("page_gone", "an error page names itself by its status", Place.TITLE,
         r"(?:http\s*)?(?:错误|error|status)?[\s:：]*(?:404|410)(?:\s*(?:error|not found|page|错误|页面|页|提示|-)*)*", _UNDER_A_TITLE),
    Wall("page_gone", "an error page names itself in words", Place.TITLE,
         rf"{_SORRY}(?:您|你)?(?:所|要)?(?:访问|查看|浏览|请求|查找)?的?(?:此|该|这个)?{_THING}{_GONE}{_END}"
         r"|(?:page |file |article )?not found|找不到(?:网页|页面|该页|文件)", _UNDER_A_TITLE),
    Wall("page_gone", "a line says that this page is gone, with whose page it was and why", Place.PAGE,
         rf"{_SORRY}(?:您|你)?(?:所|要|想要|正在)?(?:访问|查看|浏览|请求|查找|打开|输入|找)?的?(?:此|该|这个|这篇|当前)?{_THING}.{{0,12}}{_GONE}.{{0,40}}"),
    Wall("page_gone", "the same with the verb first", Place.PAGE,
         rf"{_SORRY}.{{0,6}}(?:找不到|没有找到|未找到|无法找到|不存在)(?:您|你)?(?:所|要|想)?(?:访问|查看|浏览|请求|查找|需要)?的?(?:此|该|这个)?{_THING}.{{0,30}}"),
    Wall("page_gone", "the English of servers", Place.PAGE,
         r"(?:error )?404(?:[\s:,\-–—]+.{0,30})?(?:page |file )?(?:not found)?"
         r"|(?:sorry,? |oops[!,.]? )?(?:the |this )?(?:requested )?(?:page|url|file|article|resource)\b.{0,40}\b(?:not found|does not exist|doesn.t exist|no longer exists|could ?n.t be found|could not be found|cannot be found|was not found on this server).{0,20}"),
    Wall("verification_wall", "a check for robots names itself in its title", Place.TITLE,
         r"(?:百度|微信|腾讯|知乎|微博|网站|系统|用户)?(?:安全|人机|身份|滑块|访问)(?:验证|校验|检测)(?:中心|码|页面?)?|环境异常|验证码|just a moment\W*"
         r"|attention required!?|access denied|403(?: forbidden)?|checking your browser.{0,30}|robot check|security check|verify you are (?:a )?human", _UNDER_A_TITLE),
    Wall("verification_wall", "WeChat, when too much was asked for from one place", Place.PAGE,
         r"(?:当前|访问)?环境异常.{0,30}|.{0,12}完成验证后(?:即可|可以?)?继续.{0,20}"),
    Wall("verification_wall", "a task that a person solves", Place.PAGE,
         r"(?:为了?(?:保护|保障|确认).{0,24})?请(?:先)?(?:完成|进行|通过|点击|按住|拖动|滑动|输入|填写)(?:下方|以下|下列|下图|图中|右侧|左侧|左边|右边|上图)?(?:的)?.{0,6}"
         r"(?:安全验证|人机验证|身份验证|滑块|验证码|验证|字符|校验).{0,24}|(?:向右|拖动|按住).{0,8}滑块?.{0,16}", _BESIDE_A_FORM),
    Wall("verification_wall", "too much was asked for, or a firewall says no", Place.PAGE,
         r"(?:抱歉|对不起|很抱歉)?[,，!！\s]*(?:您|你)?的?(?:ip|IP)?.{0,6}(?:访问|请求|操作)(?:过于|太过?|次数过于?)(?:频繁|多|快).{0,40}|.{0,10}(?:访问|请求)(?:已)?(?:被|遭)(?:拦截|阻断|拒绝|屏蔽).{0,40}|.{0,10}(?:防火墙|云防护|云盾).{0,24}"),
    Wall("verification_wall", "the English of checks", Place.PAGE,
         r"(?:please )?(?:verify|confirm|prove)(?:ing)? (?:that )?you are (?:a |not a )?(?:human|robot).{0,40}|checking (?:if the site connection is secure|your browser).{0,60}|.{0,20}enable javascript and cookies to continue.{0,10}"),
    Wall("captive_portal", "the sign-in page of a network says whose it is", Place.TITLE,
         r".{0,16}(?:上网|网络|联网|入网|宽带|无线|校园网|wlan|wi-?fi|portal|web)\s*(?:用户)?(?:认证|登[录陆]|准入|接入).{0,10}"
         r"|(?:captive )?portal.{0,20}|(?:wi-?fi|wlan|network|hotspot|internet) (?:login|log ?in|sign ?in|access|authentication).{0,20}", _UNDER_A_TITLE),
    Wall("captive_portal", "the same in a line, beside a form", Place.PAGE,
         r".{0,20}(?:上网|网络|联网|入网|无线|校园网|wlan|wi-?fi|portal)\s*(?:用户|服务)?.{0,4}(?:认证|登[录陆]|准入|接入).{0,30}|.{0,30}(?:sign|log) ?in to (?:the )?(?:network|wi-?fi|internet).{0,30}", needs_form=True),
    Wall("login_wall", "a form to sign in names itself in its title", Place.TITLE,
         r"(?:用户|会员|账号|帐号|账户|系统|欢迎|统一(?:身份)?(?:认证)?(?:平台|中心|系统)?|后台)?(?:登[录陆]|登入|身份认证)(?:页面?|系统|中心|平台|界面|/注册|注册)?|统一身份认证.{0,8}|请(?:先)?登[录陆]"
         r"|(?:please )?(?:sign|log) ?in(?: to .{0,30})?|login(?: page)?|account login", _UNDER_A_TITLE),
    Wall("login_wall", "a line asks to sign in before reading", Place.BODY,
         r".{0,24}(?:请(?:先|您先)?|需要?(?:先)?|尚未|还没有|未)(?:登[录陆]|登入|注册)(?:后|之后|以后|才能)?[,，]?.{0,6}(?:查看|阅读|浏览|访问|继续|操作|使用|全文|更多|本页|登[录陆]|注册)?.{0,16}"
         r"|(?:please )?(?:sign|log) ?in to (?:continue|read|view|see|access).{0,40}|you must be (?:signed|logged) in.{0,40}"),
    Wall("login_wall", "a form and nothing else", Place.BODY, r"(?:用户|会员|账号|帐号|密码|短信|扫码|手机|微信)?\s*(?:登[录陆]|密码).{0,12}|(?:user ?name|password|sign in|log ?in)\W{0,3}", needs_form=True),
    Wall("page_unavailable", "a site that is closed for the moment", Place.TITLE,
         r"(?:网站|系统|站点|平台)?(?:正在(?:升级|维护|建设|改版)|(?:升级|维护|建设|改版)中)(?:提示)?|(?:site |under |scheduled )*(?:maintenance|construction)|50[0-4](?: .{0,30})?", _UNDER_A_TITLE),
    Wall("page_unavailable", "the same in a line", Place.PAGE,
         r"(?:抱歉|对不起|尊敬的用户)?[,，:：!！\s]*(?:本|该|此)?(?:网站|系统|站点|平台|栏目|页面)(?:(?:正在|目前|暂).{0,6}(?:升级|维护|建设|改版|关闭|暂停(?:访问|服务))|.{0,4}(?:升级|维护|建设|改版)中).{0,30}|.{0,8}(?:service unavailable|bad gateway|internal server error|under maintenance).{0,30}"),
)  # fmt: skip
"""In the order in which they are tried: what is gone is gone even where one may sign in."""

_HELPERS = (
    ("where else to go", r".{0,12}(?:返回|回到|转到|前往|点击|进入).{0,12}(?:首页|主页|上一页|上一级|网站|这里|此处|刷新|重试).{0,12}|首页|主页|刷新|重试"),
    ("a countdown", r".{0,24}\d*\s*秒.{0,6}(?:跳转|返回|转到|进入).{0,24}|.{0,16}(?:自动|正在)(?:跳转|返回).{0,16}"),
    ("what one may have done wrong", r".{0,24}(?:网址|地址|链接|url).{0,12}(?:正确|有误|错误|拼写|输入).{0,20}|.{0,8}(?:可能的?)?(?:原因|是因为)[:：]?|.{0,8}可能.{0,24}"),
    ("whom to ask", r".{0,12}(?:联系|咨询|反馈|拨打|管理员|客服).{0,40}"),
    ("fields and buttons of a form", r"(?:请输入)?(?:用户名?|账号|帐号|账户|密码|验证码|手机号?码?|短信验证码|邮箱|学号|工号|身份证号?)[:：]?(?:/.{0,8})?|(?:记住|保存|忘记|找回|修改|自动)(?:我|账号|密码|登[录陆]).{0,6}[?？]?|(?:立即|快速|免费|新用户)?注册(?:账号|新用户)?|(?:获取|发送)验证码|登[录陆]|提交|确定|取消|下一步|看不清.{0,8}|换一张"),
    ("other ways in", r"(?:微信|QQ|微博|支付宝|扫码|短信|手机|其他|第三方|密码|账号).{0,8}登[录陆](?:方式)?|.{0,12}(?:用户协议|隐私政策|服务条款).{0,30}"),
    ("numbers of an error", r"(?:错误|error|code|request|event|ray|您的|your|client)?\W{0,3}(?:代?码|id|ip|uuid)?\W{0,3}[0-9a-f.:\-]{3,45}"),
)  # fmt: skip
"""Reason and pattern of lines that only such pages hold beside their message; they do not count as text."""

_TITLE_PARTS = re.compile(r"\s+[-–—]+\s+|[_|·»>—]+|\s*[-–]{1,2}\s*(?=[一-鿿])|(?<=[一-鿿\d])\s*[-–]{1,2}\s*")
_COMPILED = tuple((wall, re.compile(wall.pattern, re.I)) for wall in WALLS)
_HELPER = re.compile("|".join(f"(?:{pattern})" for _, pattern in _HELPERS), re.I)
_SAID = re.compile("|".join(f"(?:{wall.pattern})" for wall in WALLS if wall.place is not Place.TITLE), re.I)


def refuse_wall(page: Page, markup: str, url: str | None, asked: str | None) -> None:
    """Raise CaptureError when a page is no article: page_gone, verification_wall, captive_portal, login_wall,
    page_unavailable.

    `page` is what extraction found in `markup`; `url` is where it was found and `asked` what was asked for.
    """
    body = [line.text for line in read_lines(page.body) if line.text]
    if sum(map(len, body)) > _LOOKED_AT:
        return
    root = parse_markup(markup)[0]
    title = page_title(root)
    remove_silent(root)
    whole = root.find("body") if root.find("body") is not None else root
    shown = [line.text for line in read_lines(whole) if line.text][:_LINES]
    is_elsewhere = bool(asked and url and site_of(asked) != site_of(url))
    code = wall_of([title, page.title], body, shown, page.asks_password or is_elsewhere)
    if code == "login_wall" and is_elsewhere:
        code = "captive_portal"
    if code:
        raise CaptureError(code)


def wall_of(titles: Sequence[str], body: Sequence[str], shown: Sequence[str], has_form: bool) -> str | None:
    """The code of the wall that a page is, or None.

    `body` are the lines of the article that was found, `shown` all lines of the page; `has_form` says that there is a
    field for a password or that another host answered.
    """
    parts = [part.strip() for title in titles for part in _TITLE_PARTS.split(title)]
    # A heading that repeats the title is no text of its own.
    other = sum(len(line) for line in body if line not in titles and not _is_said(line))
    places = {Place.TITLE: parts, Place.BODY: body or shown, Place.PAGE: shown}
    for wall, pattern in _COMPILED:
        lines = places[wall.place] if other <= wall.most and (has_form or not wall.needs_form) else ()
        if any(pattern.fullmatch(line) for line in lines if 0 < len(line) <= _LINE):
            return wall.code
    return None


def _is_said(line: str) -> bool:
    return len(line) <= _LINE and bool(_HELPER.fullmatch(line) or _SAID.fullmatch(line))


def leads_home(asked: str, found: str) -> bool:
    """Whether a site answered the address of a page with its front page, as many do for what is gone."""
    return site_of(asked) == site_of(found) and _is_front(found) and not _is_front(asked)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    name = parts.path.strip("/").lower()
    return not parts.query and bool(re.fullmatch(r"(?:(?:index|default|home|main)(?:\.\w{2,5})?)?", name))

