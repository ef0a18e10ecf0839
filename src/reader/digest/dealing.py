"""分别: a list of names, to each of which a number is dealt."""

import re

_AND = re.compile("[、和与及]")


def dealt(listed: str) -> list[str]:
    """The names, each with the noun that only the last one is followed by: 城镇、农村居民人均可支配收入 are
    城镇居民人均可支配收入 and 农村居民人均可支配收入; 占全国、本省比重 begin alike."""
    *names, last = _AND.split(listed)
    head = "占" if names and names[0].startswith("占") else ""
    own, shared = last, ""
    if names and len({len(name) for name in names}) == 1:
        size = len(names[0]) - len(head)
        own, shared = (last[:size], last[size:]) if len(last) > size + 1 else (last, "")
    if "等" in last:
        own, _, shared = last.partition("等")
    return [head + name.removeprefix(head) + shared for name in (*names, own)]
