"""Organisations: clear, named bodies. A rough layer: endings of bodies, before them a name by its part of speech."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.digest.occurrences import occurrences
from reader.digest.report import Report
from reader.model.blocks import Span
from reader.model.digest import Organisation

_OFFICES = (
    *("发展和?改革", "文化和?旅游", "工业和?信息化", "人力资源和?社会保障", "住房和?城乡建设"),
    *("自然资源和?规划", "规划和自然资源", "教育和?体育", "卫生健康"),
)
_MINISTRIES = (
    *("教育", "科技", "公安", "民政", "司法", "财政", "商务", "水利", "外交", "国防", "交通运输"),
    *("自然资源", "生态环境", "农业农村", "应急管理", "退役军人事务", *_OFFICES[:5]),
)
_ENDINGS = (
    # party
    "党委|党工委|党总支|党支部|党组|纪委监委|纪委|监委|纪工委",
    "委(?<=[省市县区州旗]委)(?:组织部|宣传部|统战部|政法委|社会工作部|办公[室厅]|党校)?(?!员)",
    # parliaments, governments and their offices
    "人大常委会|常务委员会|常委会|人民代表大会|人大(?!代表)|政协|人民政府(?:办公[室厅])?",
    "政府(?<=[省市县区州旗镇乡]政府)(?:办公[室厅])?|办事处|管委会|管理委员会|居委会|村委会|居民委员会|村民委员会|监察委员会",
    "法院|检察院|公安局|公安分局|派出所|交警[大支]队|消防救援[大支总]队",
    *(f"{office}(?:委员会|[委局厅])" for office in _OFFICES),
    r"局(?<=[\u4e00-\u9fff]局)(?<![格全大布结棋开新时战破出僵困胜赛邮变]局)(?![长面部势限内属级])",
    r"厅(?<=[\u4e00-\u9fff]厅)(?<![客餐大展告舞歌影门服]厅)(?![长级])|总署",
    # associations, schools, companies
    "联合会|总工会|工会|妇联|团委|商会|协会|学会|基金会|促进会|研究院|研究所|大学(?!生)|学院|科学院",
    "中学(?!生)|小学(?!生)|医院|公司|集团|银行|支行|分行|合作社|林场|农场|牧场|出版社|通讯社|电视台|日报社|博物馆|图书馆|文化馆",
    "中心(?<=服务中心|研究中心|实践中心|指挥中心|管理中心|调解中心|治理中心|活动中心)",
    # places that act
    r"街道(?![上旁两])|社区(?!居委会|党)",
    r"村(?<=[\u4e00-\u9fff]村)(?<![乡山农渔新全本邻各中政然范困制心]村)(?![民庄落委党口里头居支])",
)
_STATE = (
    "国务院(?:办公厅|国资委)?|全国人大常委会|全国人大|全国政协|中央纪委(?:国家监委)?|中组部|中宣部|最高人民法院|最高人民检察院",
    "中央(?:组织部|宣传部|统战部|政法委|社会工作部|办公厅|编办|文明办|网信办)|中国人民银行",
    "国家(?:发展和?改革委(?:员会)?|卫生健康委(?:员会)?)",
    *(f"{ministry}部(?![门长分队署位件属下])" for ministry in _MINISTRIES),
)
"""Bodies of the state, which need no name before them."""
_OF_STATE = re.compile("|".join(_STATE))
_ENDING = re.compile("|".join((*_STATE, *_ENDINGS)))
"""Each alternative begins with a character: that lets the search skip what begins none."""
_LETTERS = r"[\u3400-\u9fffA-Za-z0-9·]"
_BEFORE = re.compile(rf"{_LETTERS}+\Z")
_AFTER = re.compile(rf"{_LETTERS}*")
_REACH = 40
"""Characters before the first ending and after the last one that are read with them: names are shorter."""
_LONGEST_RUN = 80
"""Characters without punctuation that are read together; longer ones are no prose."""

_PROPER = frozenset({"ns", "nr", "nz", "nt", "nrt", "nrfg"})
_INNER = _PROPER | {"n", "j", "b", "vn", "s", "f", "ng", "an", "eng", "x", "zg", "g", "a", "i", "l", "nl"}
"""Parts of speech that may stand within a name; a name begins with a proper one."""
_COMMON = re.compile(
    "人民政府|人民法院|人民检察院|人民代表大会|城市|公立|公立医院|公办|民办|养老|健康|智慧|互联网|社会主义|共产党|志愿者|[本专]科生|研究生|大学生|中小学"
)
"""Tagged as proper, but no names."""
_DESCRIPTIONS = re.compile(
    "城市|农村|城乡|城区|中心|商业|试点|示范|单位|街道|网格|物业|居民|居住|老旧|新型|国际|民族|红色|智慧|和谐|文明|平安|幸福|美丽|绿色|完整|未来"
    "|学习型|虚拟"
)
"""What says of which kind a 社区 or 街道 is, where its name would stand."""
_PLACES = frozenset({"街道", "社区"})
_VILLAGES = frozenset({"村", "镇", "乡"})
_SCHOOLS = frozenset({"学院", "大学"})
_TITLES = re.compile(r"中共|中国共产党|共青团|第?[0-9一二三四五六七八九十]+届")
"""What may stand before the name of a body."""
_SHORTEST_COMMON = 3
"""A common word of so many characters before 街道 is its name (苹果园街道); shorter ones describe it (试点街道)."""
_LONGEST_SCHOOL = 8
_SHORTEST = 3
_LETTER = re.compile("[A-Z]")
"""N区民政局, Z街道: how material without names writes them."""


class _Token(NamedTuple):
    start: int
    words: str
    tag: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)


def organisations(report: Report) -> list[Organisation]:
    """In text order, each string once; a longer form of a name that was given (with its city before it) is the same."""
    text, first, tails = report.content, dict[str, Span](), set[str]()
    for start, end in _named(text):
        words = text[start:end]
        if len(words) < _SHORTEST:
            continue
        endings = {words[index:] for index in range(len(words))}
        if words not in tails and first.keys().isdisjoint(endings):
            first[words] = Span(start, end)
            tails |= endings
    places = occurrences(report.body, first)
    return [
        Organisation(text=report.text[start:end], start=start, end=end, places=tuple(places[words]))
        for words, (start, end) in first.items()
    ]


def _named(text: str) -> Iterator[tuple[int, int]]:
    for start, endings in _runs(text):
        after = _AFTER.match(text, endings[-1].end(), endings[-1].end() + _REACH)
        yield from _in_run(text, start, after.end() if after else endings[-1].end(), endings)


def _runs(text: str) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """Endings with no punctuation between them, and where the words before them begin."""
    begins, run = 0, list[re.Match[str]]()
    for ending in _ENDING.finditer(text):
        done = run[-1].end() if run else 0
        before = _BEFORE.search(text, max(done, ending.start() - _REACH), ending.start())
        follows = ending.start() == done or (before and before.start() == done)
        if run and follows and ending.end() - begins <= _LONGEST_RUN:
            run.append(ending)
            continue
        if run:
            yield begins, run
        begins, run = before.start() if before else ending.start(), [ending]
    if run:
        yield begins, run


def _in_run(text: str, start: int, end: int, endings: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """The names in a run of words, each with the last ending that belongs to it."""
    tokens, found, edge = _tokens(text[start:end], start), list[tuple[int, int]](), end
    for ending in reversed(endings):
        if ending.end() > edge:
            continue
        begins = ending.start() if _OF_STATE.fullmatch(ending.group()) else _begins(tokens, ending)
        if begins is not None:
            found.append((begins, ending.end()))
            edge = begins
    return found[::-1]


def _tokens(run: str, start: int) -> list[_Token]:
    """The words of a run that starts there."""
    import rjieba

    tokens = []
    for words, tag in rjieba.tag(run):
        tokens.append(_Token(start, words, tag))
        start += len(words)
    return tokens


def _begins(tokens: Sequence[_Token], ending: re.Match[str]) -> int | None:
    """Where the name begins that ends there; None when it has only an ending."""
    before = [token for token in tokens if token.start < ending.start()]
    if before and ending.group() in _PLACES and _DESCRIPTIONS.fullmatch(before[-1].words):
        return None
    begins = school = None
    after = ""
    for index in range(len(before) - 1, -1, -1):
        token = before[index]
        if token.tag not in _INNER and not _is_number(token, ending.start()):
            break
        if _is_name(token, after):
            begins = index
        elif token.words in _SCHOOLS:
            school = index
        elif school is not None and before[school].start - token.start <= _LONGEST_SCHOOL:
            begins = index
        after = token.words
    return None if begins is None else _with_title(before, begins)


def _is_number(token: _Token, ending: int) -> bool:
    """25社区, 第一中学."""
    return token.end == ending and (token.words.isdigit() or token.words.startswith("第"))


def _is_name(token: _Token, after: str) -> bool:
    if _LETTER.fullmatch(token.words):
        return True
    if len(token.words) < 2 or _COMMON.fullmatch(token.words):
        return False
    if token.tag == "nt":
        return len(token.words) > 3
    is_place = after in _VILLAGES or (after in _PLACES and len(token.words) >= _SHORTEST_COMMON)
    return token.tag in _PROPER or (is_place and not _DESCRIPTIONS.fullmatch(token.words))


def _with_title(tokens: Sequence[_Token], index: int) -> int:
    start = tokens[index].start
    if index and _TITLES.fullmatch(tokens[index - 1].words):
        return tokens[index - 1].start
    is_cut = index == 1 and len(tokens[0].words) == 1 and tokens[0].tag in {"n", "ng", "f", "j", "b", "zg"}
    return tokens[0].start if is_cut else start
