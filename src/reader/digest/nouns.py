"""Nouns among the words around a figure, by their roles (see `roles`): 37家[牵头包社区单位]共确定, 解决[民生问题]1.5万件."""

import re

from reader.digest.roles import Words

_RELATED = re.compile("[nb]+[vcp]u[bnqt]*[nqt]")
"""群众反映的问题."""
_OWNED = re.compile("(?:[vpcax].*|b[^u]{0,5})?u([bva]{0,2}[bnqtk]*[nqtb])")
"""的网格员队伍, 来自全国的志愿者: what stands behind the last 的."""
_PLAIN = re.compile("[vab]{0,3}(?:[nqtb]k?|a(?=[nqtb]))*[nqtb]k?(?:o[nqtb]+)?")
"""牵头包社区单位, 社区(村), 党支部或党小组."""
_FIRST = re.compile("[xl]*([ab]{0,3}(?:[nqtb]k?)*[nqt]k?)")
_EACH = re.compile("x[lx]?[bnqta]*")
_ACTION_BEHIND = re.compile("[vp]+[bnqt]{0,3}")
_AHEAD = re.compile("(?:[nb]+[vp]u)?(?:[nqtb]k?|a(?=[nqtb])|[vp](?=v?t))*[nqtb]k?$")
_ACTION_AHEAD = re.compile("[nbqt]*[vp]+$")
_DONE_TO_IT = re.compile("[vp].*[nqt]k?$")

_ABSTRACT = """
标准 比例 速度 幅度 水平 规模 目标 要求 原则 价格 时间 高度 距离 面积 成绩 增速 增长 纪录 力度 时候 条件 限度 程度 期限
台阶 大关 关口 新台阶
"""
_HOW_MUCH = frozenset(_ABSTRACT.split())
"""These say how much, not what: 按每个网格300户的标准."""
_LEVELS = ("标准", "水平", "台阶", "大关", "关口", "时间")
"""The same right behind the number."""


def noun_behind(content: str, words: Words, is_count: bool) -> tuple[int, int, bool] | None:
    """The noun that words behind a number begin with: its span, and whether it begins with a verb (2次对接会议), which
    may as well be what was done with a noun before the number. Only what is counted has a verb or a relative clause."""
    starts, roles = words
    if is_count and (related := _RELATED.match(roles)):
        return starts[0], starts[related.end()], False
    if owned := _OWNED.match(roles):
        first = owned.start(1)
        is_how_much = content[starts[first] : starts[first + 1]] in _HOW_MUCH
        return None if is_how_much else (starts[first], starts[owned.end()], False)
    plain = _PLAIN.match(roles)
    if plain is None or (roles[0] == "v" and not is_count):
        return None
    last = plain.end()
    if content.endswith(_LEVELS, starts[0], starts[last]):
        return None
    return starts[0], starts[last], roles[0] == "v"


def action_behind(words: Words) -> tuple[int, int]:
    """最快2小时[处置], 共50人[参加会议]; an empty span when no verb begins the words."""
    action = _ACTION_BEHIND.match(words.roles)
    return words.starts[0], words.starts[action.end() if action else 0]


def first_noun(words: Words) -> tuple[int, int]:
    """The noun that a clause begins with, after adverbs and the like; an empty span when there is none."""
    noun = _FIRST.match(words.roles)
    return (words.starts[noun.start(1)], words.starts[noun.end()]) if noun else (words.starts[0], words.starts[0])


def each_of(words: Words) -> tuple[int, int]:
    """每个网格, of 每个网格覆盖."""
    each = _EACH.match(words.roles)
    return words.starts[0], words.starts[each.end() if each else -1]


def noun_ahead(roles: str) -> int | None:
    """The index of the first word of the noun that these words end with."""
    noun = _AHEAD.search(roles)
    return noun.start() if noun else None


def noun_or_action_ahead(roles: str) -> int | None:
    """The same, and when they end with a verb, where that begins with what it is said of: 大讨论开展, 限制出境."""
    noun = _AHEAD.search(roles) or _ACTION_AHEAD.search(roles)
    return noun.start() if noun else None


def is_done_to_noun(roles: str) -> bool:
    """Whether words before a number say what was done with what: 改造老旧小区, so that 45个 counts these."""
    return bool(_DONE_TO_IT.search(roles))
