"""Names of reporters and writers where a text credits them: 本报记者X, （记者 X）, a trailing （X）."""

import re
from collections.abc import Sequence

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖"
    "石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文施洪庞兰殷牛葛翟盛章俞岳"
    "齐梅庄辛管祝左卓涂谷祁耿车卞柴单鲁甘包季邢焦项童游裴欧尤蓝关骆安詹樊凌聂舒靳褚路冉纪柳宁艾鲍解屈华符柯仇米瞿房应蒲时"
    "边阮戚虞解臧苗储晏丛苑喻娄柏费景卫薄农栾鄢敖宗宫简晋查党晁岑闵佘窦满池狄沙戈步桑楚伍万连习穆郎申仲隋商麦占封滕"
    "巩丰桂毕尚全富郁冷伏芦师温蔺颜迟粟卜商鞠寇冀亓代宣古容来成宦南原水沐那木海云帅修化英揭权和仝虎花雍尉巴国"
)
PROVINCES = frozenset(
    [
        "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽",
        "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西",
        "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门",
    ]
)
"""Where a post was sent from stands beside its source and its time, and is neither a source nor an author."""
DOUBLE_SURNAMES = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "夏侯",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "司徒",
        "令狐",
        "端木",
        "东方",
        "南宫",
        "西门",
        "呼延",
        "完颜",
        "澹台",
        "宇文",
        "长孙",
    ]
)
_NAME = r"[一-鿿㐀-䶿]{2,4}(?:·[一-鿿]{1,8})?"
_SEPARATED = rf"{_NAME}(?:[\s、,，/]+{_NAME}){{0,5}}"
_ROLE = r"(?:特约|实习|首席|高级|见习|全媒体|融媒体?|新媒体)*(?:记者|通讯员|评论员|撰稿人?|作者)"
_AFTER = "整合|整理|报道|综合|编译|摄影|摄|文|图|供图|文图|采写|撰文"
_IN_BRACKETS = re.compile(
    rf"[（(][^（）()。]{{0,14}}?{_ROLE}[:：\s]*({_SEPARATED})(?:\s*(?:{_AFTER}))*\s*[^（）()]{{0,60}}[）)]"
)
_LINE = re.compile(rf"^.{{0,24}}?{_ROLE}\s*[:：]?\s*({_SEPARATED})(?:\s*(?:{_AFTER}))*\s*$")
_WRITTEN = re.compile(
    rf"^[（(]?\s*(?:文|撰文|文字)\s*[丨|/／:：]\s*(?:.{{0,12}}?(?:记者|评论员)\s*)?({_SEPARATED})\s*[）)]?$"
)
_TRAILING = re.compile(
    rf"[（(]\s*(?:作者|文/图|图/文|文|本报记者|记者|评论员|通讯员|总台记者|执笔)?[:：\s]*({_SEPARATED})\s*"
    rf"(?:\S{{2,4}}报道|系[^（）()]*|[,，][^（）()]*)?\s*[）)]\s*$"
)
_PICTURE = re.compile(r"(?<!文)(?<!文/)(?:摄影?|供图|图片?)\s*[）)]?$")
"""Who took a picture is not who wrote the text."""
_ROLE_ALONE = re.compile(rf"{_ROLE}|{_AFTER}|实习生|本报|本网")
_LABELLED = re.compile(r"\s+(?=(?:来源|编辑|责任编辑|责编)\s*[:：]|《|(?:19|20)\d\d[-年/.])")
"""Where the credit ends in a line that goes on."""
_NO_NAME = re.compile(
    r"完|待续|试行|暂行|草案|修订|盖章|版$|转|图|摄|转载|来源|资料|编辑|略|原题|节选|下同|记者|如上|均为|供稿|整理|综合|附后|全文|网|报$|社$|电$|台$"
)
_FROM_PRESS = re.compile(rf"(?:新华社|本报|中新社)发[（(]({_SEPARATED})\s*摄[）)]")


def credited(head: str, body: Sequence[str], tail: str) -> str | None:
    """The names a text credits itself to, separated by spaces; None when there are none.

    `head` and `tail` are the lines around the body (joined by newlines), `body` its paragraphs.
    """
    for line in [*reversed(head.split("\n")), *tail.split("\n")]:
        for pattern in (_LINE, _WRITTEN):
            match = pattern.match(_LABELLED.split(line.strip())[0])
            if match and not _PICTURE.search(match[0]) and (names := _names(match[1])):
                return names
    for text in [*body[:3], *body[-2:]]:
        match = _IN_BRACKETS.search(text)
        if match and not _PICTURE.search(match[0]) and (names := _names(match[1])):
            return names
    for text in body[-2:]:
        match = _TRAILING.search(text)
        if match and not _NO_NAME.search(match[1]) and (names := _names(match[1])) and _are_people(names):
            return names
    return None


def _are_people(names: str) -> bool:
    """Whether all names begin with a surname: nothing else tells （李青） from （试行）."""
    return all(name[0] in SURNAMES or name[:2] in DOUBLE_SURNAMES for name in names.split())


def _names(text: str) -> str | None:
    text = re.sub(r"[\s、,，]+[一-鿿]{2,4}报道$", "", text)
    text = re.split(r"[\s、,，]+(?=系|是|为|单位|就职|供职)", text)[0]
    found = [name for name in re.split(r"[\s、,，/]+", text) if name and not _ROLE_ALONE.fullmatch(name)]
    names = [re.sub(rf"(?:{_AFTER})$", "", name) if len(name) > 3 else name for name in found]
    return " ".join(name for name in names if len(name) >= 2) or None
