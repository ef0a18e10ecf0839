"""What makes a number approximate, before it: 近, 超过, 不少于, 最快."""

import re

_LEAD = re.compile(
    "(?:将近|接近|(?<![附最邻靠远亲临])近|大约|约为|(?<![节合签预履条公契邀违续缔制解大])约|超过|超出|(?<![高赶])超|逾|高达|多达|长达"
    "|(?<![下到抵送发转传直表通可])达|不少于|不低于|不超过|不高于|不多于|不大于|不小于|不到|不足|不满|不下于|不下|至少|至多|最多|最少|最快"
    "|最高|最低|最长|最短|起码|低于|高于|多于|少于|大于|小于|突破|(?<![侦打攻])破)(?= ?\\Z)"
)
_LEAD_OF_ROUND = re.compile("(?:(?<![成百千以])上|(?<![通经超])过)(?= ?\\Z)")
"""上百, 过万; before any other numeral these are verbs."""
_LAST = frozenset("近约超过出逾达于到足满下少多快高低长短码破为上 ")
_REACH = 5
"""Code points before the number: 不少于 and a blank, and what tells 约 from 节约."""


def leading(content: str, start: int, is_round: bool) -> str:
    """The approximator right before `start`, "" for none; `is_round`: the number is a bare 百, 千 or 万."""
    if not start or content[start - 1] not in _LAST:
        return ""
    window = max(start - _REACH, 0)
    found = _LEAD.search(content, window, start) or (is_round and _LEAD_OF_ROUND.search(content, window, start)) or None
    return found[0] if found else ""
