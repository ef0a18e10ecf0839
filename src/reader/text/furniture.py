"""Lines that stand around an article and are none of it, as tables with a reason each."""

import re
from typing import NamedTuple

_TRADITIONAL = str.maketrans(
    "來責編輯記發佈時間聲權關閱讀聞稱錯頂專題網頁報導標簽鍵評論點擊瀏覽訪問轉載鏈註冊錄當條則審覈監製總圖攝",
    "来责编辑记发布时间声权关阅读闻称错顶专题网页报导标签键评论点击浏览访问转载链注册录当条则审核监制总图摄",
)


class Rule(NamedTuple):
    """A line that `pattern` matches from its beginning is furniture, because of `reason`."""

    reason: str
    pattern: str
    longest: int = 200
    """Characters; a longer line is a paragraph that only begins like one."""
    share: float = 0.34
    """Tail rules: the largest part of the text that may stand below such a line and still be cut with it."""


SURE = 0.85
"""Share for lines that nobody writes inside an article; teasers of other articles may well be longer than it."""


HEAD = (
    Rule(
        "breadcrumbs",
        r"(?:您?的?当前(?:的)?(?:所在)?(?:位置|所在|页面)|您?现在的?位置|您(?:所在|的)的?位置|位置\s*[:：]|首页\s*[>＞»›/\-])\s*",
        120,
    ),
    Rule("breadcrumbs", r"\S{1,12}(?:\s*[>＞»›]+\s*\S{1,20}){1,6}\s*$", 100),
    Rule("greeting of a site", r"(?:您好[,，]?\s*)?欢迎(?:您)?(?:来到|访问|光临|登录)", 60),
    Rule("size of the letters", r"[\[【（(]?\s*(?:字体|字号)\s*[:：]?\s*[\[【（(]?\s*(?:大|小|中|默认|特大)", 60),
    Rule(
        "buttons",
        r"(?:打印|收藏|分享|关闭|纠错|评论|语音播报|我要分享|扫一扫|手机看|T\+|T-|A\+|A-|大|中|小|\||\s)+(?:本页|到|窗口|此页|一下|文章)?\s*$",
        40,
    ),
    Rule("player", r"(?:您的浏览器|视频加载|正在加载|加载中|请升级|Your browser|Video Player|Loading).{0,60}$", 90),
    Rule("invitation to follow", r".{0,6}(?:点击|长按|扫描|戳).{0,20}(?:关注|订阅|收听)", 60),
    Rule("player", r"[\d:：/\s]+$", 20),
    Rule("counter", r"(?:浏览|阅读|点击|访问|人气)(?:次数|量|数)?\s*[:：]?\s*\d*\s*次?$", 30),
    Rule("sign in", r"(?:登录|注册|退出|设为首页|加入收藏|繁體|简体|无障碍|长者模式)(?:\s|\||$)", 60),
)

TAIL = (
    # 重要提示 and 特别提示 are headings of notices too: only at the very end.
    Rule("disclaimer", r"[\[【(（]?\s*(?:免责|法律|版权)\s*(?:声明|申明)\s*(?:[:：\]】）)]|$)", 2000, SURE),
    Rule(
        "disclaimer", r"[\[【(（]?\s*(?:郑重|特别|重要|风险|免责)\s*(?:声明|申明|提示)\s*(?:[:：\]】）)]|$)", 600, 0.15
    ),
    Rule("disclaimer", r"(?:声明|申明)[:：]", 600),
    Rule(
        "disclaimer of a platform",
        r"(?:.{2,8}|特别)?声明\s*[:：]\s*(?:以上|本文|该文|此文|此消息|转载|登载|凡)|"
        r"Notice:\s*The (?:above )?content\b",
        600,
        SURE,
    ),
    Rule("disclaimer", r"[（(]?(?:如需)?转载(?:请|须|时|时请|务请)(?:务必)?.{0,10}(?:注明|标明|联系|授权|保留)", 100),
    Rule("disclaimer", r"本(?:站|网|网站|平台)(?:部分|所有|全部|转载|发布|刊登|刊载|登载|声明|文章|内容|信息|对)", 600),
    Rule("disclaimer", r"(?:凡|以上)(?:本网|注明|内容|文章|信息).{0,40}(?:来源|转载|仅|不代表|版权)", 600, SURE),
    Rule("copyright", r"(?:版权所有(?![者权人的])|Copyright\b|©|\(c\)\s*\d{4})", 300, SURE),
    Rule(
        "copyright",
        r".{0,40}(?:版权所有(?![者权人的])|All Rights Reserved|未经.{0,12}(?:授权|许可|同意).{0,20}(?:转载|使用))",
        200,
    ),
    Rule(
        "links of a page footer",
        r"(?:(?:关于我们|联系我们|网站地图|站点地图|法律声明|版权声明|隐私(?:政策|声明)|广告服务|招聘信息|友情链接|帮助中心|设为首页)[|｜\-\s]*){2,}",
        200,
        SURE,
    ),
    Rule(
        "registration number",
        r".{0,20}(?:增值电信业务|互联网新闻信息服务|信息网络传播视听节目).{0,6}许可证",
        200,
        SURE,
    ),
    Rule("registration number", r".{0,40}(?:ICP备|ICP证|公网安备|网站标识码)", 200, SURE),
    # A notice of an event names its 主办单位 too: only with what a page footer says beside it.
    Rule(
        "host of the site",
        r".{0,40}主办(?:单位|方)?\s*[:：].{0,60}(?:维护|技术支持|版权|ICP|邮编|网站|管理|主管|大数据|信息(?:中心|办)|融媒)",
        300,
        SURE,
    ),
    Rule("host of the site", r".{2,40}(?<![\s:：])(?:主办|承办|主管)\s*(?:[|｜]|$)", 100),
    Rule("neighbours", r"[\[【]?(?:上|下)一?(?:篇|条|页|则)(?:文章|新闻|信息)?[\]】]?(?:\s*[:：>»]|\s|$)", 120, SURE),
    Rule(
        "related pages",
        r"[\[【]?(?:相关|延伸|推荐|更多|热门|精彩|猜你喜欢|为您推荐|大家都在看|往期).{0,4}"
        r"(?:阅读|新闻|文章|链接|报道|推荐|内容|资讯|稿件|专题|视频|信息)[\]】]?\s*[:：]?$",
        20,
        0.6,
    ),
    Rule(
        "related pages",
        r"[\[【]?(?:猜你喜欢|为您推荐|大家都在看|热点排行|热门推荐|最新资讯|热搜榜?|24小时(?:热文|排行))[\]】]?\s*[:：]?$",
        20,
        SURE,
    ),
    Rule(
        "comments",
        r"(?:(?:网友|热门|最新|全部|精彩|发表|用户|我来|查看|我要|文明)(?:评论|跟帖|留言|发言)(?:列表|区|一下)?|评论)\s*[(（]?\s*\d*\s*条?[)）]?$|"
        r"\d+\s*(?:条评论|条跟帖|条留言|人参与|人评论)",
        24,
        0.6,
    ),
    Rule("complaints", r"(?:举报|我要反馈|意见反馈|投诉|反馈)(?:\s*[/|]\s*\S{2,4})*$", 12, SURE),
    Rule(
        "complaints",
        r".{0,10}(?:违法和?不良信息|网络谣言|涉未成年人|违法违规).{0,12}(?:举报|投诉)(?:电话|邮箱|热线|中心|入口|平台)",
        120,
        SURE,
    ),
    Rule("leaving the site", r"您.{0,8}链接即将离开", 120, SURE),
    Rule(
        "links of a page footer",
        r"(?:官方(?:微信|微博)|微信公众号|手机版|电脑版|触屏版|无障碍(?:浏览|阅读)|智能问答|长者(?:模式|专区)|网站地图)$",
        12,
        0.6,
    ),
    Rule(
        "buttons",
        r"[\[【(（]?\s*(?:我要)?(?:纠错|打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|列表|首页)|回到顶部|分享(?:到|至)?|"
        r"微信|朋友圈|点击收藏|收藏本页)\s*(?:[\]】)）:：|丨>]|\s|$)|(?:打开)?(?:微信|用?手机)?[，,]?\s*扫(?:一扫|描|码)"
        r"(?:在|手机|分享|关注|打开|二维码|查看)",
        60,
        SURE,
    ),
    Rule(
        "editors",
        r"[\[【(（<]?\s*(?:本文|本期|本页|网页|网络)?(?:责任?编(?:辑|审|校)?|责\s*编)\s*[:：丨|｜/／]",
        160,
        SURE,
    ),
    Rule(
        "editors",
        r"(?!.*[。！？；]$)[\[【(（<]?\s*(?:本文|本期|本页|网页|网络)?(?:编\s*辑|值班(?:编辑|编委|主任)|校\s*对|审\s*核|审\s*读|"
        r"(?:总\s*)?监\s*制|主\s*编|编\s*审|实习编辑|执行编辑|新媒体编辑|统\s*筹|终\s*审|初\s*审|复\s*审|[一二三]\s*审|责任校对)"
        r"\s*[:：丨|｜/／]",
        160,
    ),
    Rule("buttons", r"分享让更多人看到|.{0,10}(?:长按|扫描|扫码|识别).{0,20}二维码", 60, SURE),
    Rule("tags", r"(?:关键词|关键字|标签|Tags?)\s*(?:[:：]|>>)", 120, 0.1),
    Rule("original title", r"[\[【(（]?\s*原(?:标题|题)\s*[:：为]", 160),
    Rule(
        "where it comes from",
        r"[\[【(（]?\s*(?:本文|文章|稿件|信息|资料|内容|素材|图片)?\s*(?:来\s*源|稿\s*源)(?:\s*[:：]|\s{2,})\s*\S",
        100,
    ),
)

_NAME = r"[一-鿿㐀-䶿]{2,4}"
CREDITS = (
    Rule(
        "reporters",
        rf"(?!.*[。！？；])[\[【(（]?.{{0,24}}?(?:记者|通讯员|评论员|撰稿|供稿)\s*[:：丨]?\s*{_NAME}(?:[\s、,，/]+{_NAME}){{0,6}}\s*.{{0,6}}$",
        60,
    ),
    Rule(
        "writers",
        r"(?!.*[。！？；]$)[\[【(（]?\s*(?:文|图|文图|图文|文字|图片|撰文|撰稿|摄影|拍摄|航拍|摄像|作者|整理|整合|编辑|编发|编审|审核|制图|设计|排版|美编|"
        r"剪辑|配音|播音|主播|视频|海报|策划|总策划|出品人?|素材|供图|供稿(?:单位)?|报道|来源|转自|校审|签发)\s*(?:来源)?\s*[丨|｜/／:：]\s*\S.{0,60}$",
        80,
    ),
    Rule("where it comes from", r"(?:本文)?(?:转自|转载自|来源于\s*[:：])\s*[:：]?\s*\S{2,30}$", 40),
    Rule("writers", r"(?!.*[。，！？；])[（(]?.{2,24}(?:供稿|供图)[）)]?$", 40),
    Rule("invitation to write", r"投稿(?:邮箱|热线|地址|QQ)\s*[:：]", 80),
    Rule(
        "invitation to follow",
        r"(?:欢迎|请)?(?:点击|扫码|长按)?关注.{0,16}(?:公众号|微信|微博|头条号|视频号|客户端)|"
        r"(?:海量资讯|更多精彩|下载).{0,20}(?:APP|客户端)|(?:返回|打开|进入|下载).{0,12}(?:查看更多|APP|客户端|阅读全文)|.{2,10}(?:APP|客户端)下载$",
        60,
    ),
    Rule(
        "where it comes from",
        r"[\[【(（]?\s*(?:整合|综合|素材来源|素材|资料来源|图片来源|据)\s*[:：\s]\s*\S.{0,40}$",
        60,
    ),
    Rule(
        "issue of a newspaper",
        r"[《【\[(（].{2,20}[》】\])）]?\s*[(（]?\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.{0,12}版.{0,4}[)）]?$",
        60,
    ),
    Rule(
        "note on rights", r"[（(]?\s*本文(?:系|为|由|来自|首发|转载|原载|原刊|刊于|选自|摘自|仅代表|作者).{0,100}$", 160
    ),
    Rule("hint at more", r"(?:点击|戳)(?:进入|查看|图片|播放|下载|观看|阅读).{0,30}$", 40),
    Rule(
        "makers without a colon",
        rf"[\[【(（]?(?:(?:(?:责任)?编辑|校对|责编|审核|监制|摄影|统筹|制图)\s+{_NAME}\s*){{1,6}}[\]】)）]?$",
        60,
    ),
    Rule("note on rights", r"(?:本作品|本文|本稿|此文).{0,40}(?:原创|授权|转载).{0,30}$", 80),
    Rule("hint at more", r"[（(]?.{0,4}(?:更多|欢迎)(?:内容|资讯|精彩|新闻|关注).{0,60}$", 80),
)
HEAD_CREDITS = (
    Rule("dateline with the title", r".{2,12}\d{1,2}月\d{1,2}日电\s*(?:题|题为)\s*[:：]", 120),
    Rule("subtitle", r"(?:——|--|―).{4,60}(?<![。！？；”])$", 64),
)

_ADDRESS = re.compile(
    r"[\[【(（]?(?:原文|文章|来源|转载|本文|原始)?(?:链接|地址|网址|出处)?(?:链接|地址|网址|自)\s*[:：]\s*(https?://[^\s\u3000）)】\]]+)"
)

_IS_TRADITIONAL = re.compile(f"[{''.join(map(chr, _TRADITIONAL))}]")


def simplified(line: str) -> str:
    """The line with the traditional characters of labels made simple; offsets stay."""
    return line.translate(_TRADITIONAL) if _IS_TRADITIONAL.search(line) else line


class _Table(NamedTuple):
    """Rules made ready: `any_of` turns most lines away with one match."""

    any_of: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], int, float], ...]

    def share(self, line: str) -> float:
        """The largest share of the rules that match, 0 when none does."""
        if len(line) > _LONGEST:
            return 0.0
        line = simplified(line)
        if not self.any_of.match(line):
            return 0.0
        return max(
            (share for pattern, longest, share in self.rules if len(line) <= longest and pattern.match(line)),
            default=0.0,
        )

    def matches(self, line: str) -> bool:
        return self.share(line) > 0


def _compiled(rules: tuple[Rule, ...]) -> _Table:
    return _Table(
        re.compile("|".join(f"(?:{rule.pattern})" for rule in rules), re.IGNORECASE),
        tuple((re.compile(rule.pattern, re.IGNORECASE), rule.longest, rule.share) for rule in rules),
    )


_HEAD, _TAIL, _CREDIT, _HEAD_CREDIT = (_compiled(rules) for rules in (HEAD, TAIL, CREDITS, HEAD_CREDITS))
_LONGEST = 2000


def is_head_furniture(line: str) -> bool:
    """Whether a line above the body is none of it (breadcrumbs, buttons); bylines are not asked about here."""
    return _HEAD.matches(line)


def is_tail_furniture(line: str) -> bool:
    """Whether a line ends the body and begins what follows it (editors, disclaimers, related pages)."""
    return _TAIL.matches(line)


def is_credit(line: str) -> bool:
    """Whether a line at the very top or end of a body only says who wrote it or where it comes from."""
    return _CREDIT.matches(line)


def is_head_credit(line: str) -> bool:
    """Whether a line at the very top of a body only repeats or leads to what stands above: a subtitle, a dateline."""
    return _HEAD_CREDIT.matches(line)


def tail_share(line: str) -> float:
    """How large a part of the text may stand below this tail line and be cut with it; 0 when it is none."""
    return _TAIL.share(line)


def original_address(line: str) -> str | None:
    """The address after 原文链接 and the like, when the line is nothing more."""
    match = _ADDRESS.match(line.strip())
    return match[1] if match and len(line) <= len(match[0]) + 12 else None
