"""Reports of a fictional place, made at random, and random edits of their paragraphs."""

import random

from hypothesis import strategies as st

SENTENCES = (
    "云岭市青禾区把全区划分为{n}个网格，配备专职网格员{m}名，推动服务下沉到楼栋",
    "一年来，网格员入户走访{n}万户，解决群众难题{m}件，群众满意度持续提升",
    "成立了{n}个社区党委，选派{m}名骨干担任第一书记，健全{n}项工作制度",
    "开展“双报到”活动，{n}个机关党支部与社区结对，认领“微心愿”{m}个",
    "建立居民点单、社区派单、支部接单的闭环机制，办结率达到{n}.{m}%",
    "改造老旧小区{n}处，加装电梯{m}部，新增停车位{n}{m}个，居民生活更加便利",
    "引导{n}名新就业群体人员担任“流动网格员”，上报线索{m}条",
    "坚持党建引领，把党支部建在网格上，让党员服务走在前面，解决了{n}个具体问题",
)


def sentence(chance: random.Random) -> str:
    """One sentence with figures, many of which repeat elsewhere."""
    return chance.choice(SENTENCES).format(n=chance.choice((3, 37, 128, 256)), m=chance.choice((4, 37, 56, 412))) + "。"


def report(chance: random.Random, paragraphs: int) -> list[str]:
    """So many paragraphs of one to three sentences."""
    return ["".join(sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(paragraphs)]


def edited(chance: random.Random, paragraphs: list[str], edits: int) -> list[str]:
    """The report after so many edits: paragraphs inserted, deleted or reworded, never moved."""
    changed = list(paragraphs)
    for _ in range(edits):
        at = chance.randrange(len(changed) + 1)
        what = chance.choice(("insert", "delete", "reword"))
        if what == "insert":
            changed.insert(at, "".join(sentence(chance) for _ in range(chance.randint(1, 3))))
        elif what == "delete" and at < len(changed) > 1:
            del changed[at]
        elif what == "reword" and at < len(changed):
            changed[at] = reworded(chance, changed[at])
    return changed


def reworded(chance: random.Random, paragraph: str) -> str:
    """A few characters replaced, removed or added."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(paragraph))
        until = min(len(paragraph), at + chance.randint(1, 4))
        paragraph = paragraph[:at] + chance.choice(("", "新", "全面", "进一步", "41")) + paragraph[until:]
        paragraph = paragraph or "新"
    return paragraph


CHANCES = st.integers(0, 2**32).map(random.Random)
