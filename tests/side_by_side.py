"""Made-up reports with their digests, written with the answers in the text: {object|figure|unit|approximator}, and
divisions on lines that begin with # (level 1) or ## (level 2)."""

import re

from reader.digest.contrast import Reading
from reader.model.blocks import Span
from reader.model.digest import Digest, Figure, FigureKind, OutlineNode
from reader.text.passages import Passages

_MARKED = re.compile(r"\{(.*?)\|(.*?)\|(.*?)(?:\|(.*?))?\}")

QINGHE = """# 织密“一张网”，建强主心骨
全市建立{网格功能性党支部|88个|个}，在{城市社区|37个|个}划分{网格|448个|个}，选派{社区工作人员|100余名|名|余}进网格。
## 推行联建共建
# 用好“三张清单”，服务更贴心
由社区列出清单，办结{群众诉求|1.2万件|件}，群众{满意率|97%|%}，{|最快2小时|小时}响应。
"""
BAISHI = """# 建强主心骨，党组织一贯到底
划分{网格|2052个|个}，建立{网格党支部|近1178个|个|近}，{社区工作者|2052名|名}担任网格长。
# 服务群众“零距离”
全年办理{诉求|9957件|件}，{化解矛盾纠纷|36起|起}，{解决率、满意率|95%|%}，其中{解决率|90%|%}。
"""
YUNLING = """# 数字平台“一屏统管”
数字平台汇集数据，{矛盾纠纷化解|41件|件}，立案{立案|12件|件}、{同比上升|3.5%|%}，处分{处分|9人|人}、{同比上升|1.5%|%}。
"""


def reading(title: str, marked: str, article: str = "") -> Reading:
    """The report that `marked` stands for, with a digest that holds its answers."""
    lines, nodes = [], []
    start = 0
    for line in marked.strip().split("\n"):
        level = len(line) - len(line.lstrip("#"))
        words = line.lstrip("# ")
        plain = _MARKED.sub(lambda match: match[2], words)
        if level:
            nodes.append(OutlineNode(text=plain, start=start, end=start + len(plain), title=plain, level=level))
        lines.append((start, words))
        start += len(plain) + 1
    text = "\n".join(_MARKED.sub(lambda match: match[2], words) for _, words in lines)
    passages = Passages(text)
    figures = [figure for place, words in lines for figure in _figures(place, words, passages)]
    return Reading(article or title, title, text, Digest(figures=tuple(figures), outline=tuple(nodes)))


def _figures(start: int, words: str, passages: Passages) -> list[Figure]:
    found, shift = [], 0
    for match in _MARKED.finditer(words):
        name, written, unit, approx = match[1], match[2], match[3], match[4] or ""
        begin = start + match.start() - shift
        shift += len(match[0]) - len(written)
        end = begin + len(written)
        if approx and written.startswith(approx):
            begin += len(approx)  # a leading approximator stands outside of the figure
        sentence = passages.at(begin)
        assert sentence is not None
        found.append(
            Figure(
                text=written[len(written) - (end - begin) :],
                start=begin,
                end=end,
                value=1,
                unit=unit,
                approx=approx,
                kind=FigureKind.PERCENT if unit == "%" else FigureKind.COUNT,
                object=name,
                sentence=Span(sentence.start, sentence.end),
            )
        )
    return found


def readings() -> list[Reading]:
    """Three reports."""
    return [
        reading("清河市：“一张网”织密基层治理", QINGHE, "a" * 32),
        reading("白石县：党建引领网格治理", BAISHI, "b" * 32),
        reading("推进数字治理的实践与思考", YUNLING, "c" * 32),
    ]
