"""Head and tail of a body: which of its lines are none of the article."""

import re
from collections.abc import Sequence

from reader.capture.lines import Line
from reader.text import bylines
from reader.text.folding import squeeze
from reader.text.furniture import (
    SURE,
    is_credit,
    is_head_credit,
    is_head_furniture,
    is_tail_furniture,
    original_address,
    tail_share,
)

_HEAD_LINES = 14
_TAIL_SHARE = 0.34
"""What follows 原文链接 is cut when it holds at most this part of the body's text."""
_MENU_LINES = 120
_MENU_SHARE = 0.2
"""Lines, and share of the running text, that menus may take above the byline where the body's box holds them too."""
_SEEN = 40
"""Weight of the text above, from which on a sure tail line is believed."""
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|ofd|et)(?:$|[?#])", re.I)
_LINK_RUN = 3
_LONG = 50
"""Characters of a paragraph that marks a place in the text."""
_DOCUMENT_LABEL = re.compile(
    r"^[\[【]?\s*(?:索\s*引\s*号|信息索引|分\s*类|主题分类|体裁分类|发文机关|发布机构|发文单位|成文日期|发文日期|发布日期|"
    r"公开日期|生成日期|标\s*题|名\s*称|发文字号|文\s*号|主\s*题\s*词|有效性|时\s*效|公开方式|公开范围|公开时限|关键词|内容概述|"
    r"公文种类|组配分类|服务对象|来\s*源|责任部门|信息名称)\s*[\]】]?\s*[:：]?"
)
_LABEL_ROWS = 40


def trim(lines: Sequence[Line], title: str) -> list[Line]:
    """The lines of the body that belong to the article; images go with the text around them."""
    first = _document_table_end(lines)
    first = byline_end(lines, first)
    first = _head_end(lines, first, title)
    last = _tail_start(lines, first)
    last = _soft_tail(lines, first, last)
    return _without_repeats(_without_link_runs(lines[first:last]))


def _document_table_end(lines: Sequence[Line]) -> int:
    """The table of 索引号, 发文机关 and so on that stands before the text of a government document."""
    labels = [index for index, line in enumerate(lines[:_LABEL_ROWS]) if _is_document_label(line)]
    if len(labels) < 3 or labels[0] > 8:
        return 0
    last = labels[-1]
    end = last + 1
    if not re.fullmatch(r".*[:：\]】]\s*", lines[last].text) or end == len(lines):
        return end
    # The value stands in a cell of the same row; an empty one gives no line, and the next is text.
    is_value = lines[end].element.getparent() is lines[last].element.getparent() and lines[end].element.tag in (
        "td",
        "dd",
    )
    return end + is_value


def _is_document_label(line: Line) -> bool:
    match = _DOCUMENT_LABEL.match(line.text) if len(line.text) < 60 else None
    return match is not None and (
        match[0].rstrip().endswith((":", "：", "]", "】"))
        or (len(line.text) < 12 and line.element.tag in ("td", "th", "dt", "b", "strong", "span"))
    )


def byline_end(lines: Sequence[Line], first: int = 0) -> int:
    """A byline with hardly any running text above it ends the head, however long the menus in it are."""
    whole = sum(line.weight for line in lines[first:])
    end, seen = first, 0
    for index in range(first, min(len(lines), first + _MENU_LINES)):
        line = lines[index]
        seen += line.weight
        if line.weight > _SEEN or seen > _MENU_SHARE * whole:
            break
        if line.text and bylines.is_byline(line.text):
            end = index + 1
    return end


def _head_end(lines: Sequence[Line], first: int, title: str) -> int:
    """Lines at the top that repeat the title or the byline; a subtitle between them goes with them."""
    end = first
    for index in range(first, min(len(lines), first + _HEAD_LINES)):
        line = lines[index]
        if line.image is not None:
            continue
        if _is_head(line, title):
            end = index + 1
        elif index > first + 3 or len(line.text) > 40 or line.weight > 12 or line.text.endswith(("。", "！", "？")):
            break
    return end


def _is_head(line: Line, title: str) -> bool:
    text = line.text
    return (
        repeats(text, title)
        or bylines.is_byline(text)
        or is_head_furniture(text)
        or is_credit(text)
        or is_head_credit(text)
        or _is_scrap(text)
        or (line.links > 0.8 and not is_attachment(line))
        or original_title(text)
    )


def original_title(text: str) -> bool:
    """Whether a line is the title the page had elsewhere."""
    return re.match(r"[\[【(（]?\s*原\s*(?:标题|题)\s*[:：]", text) is not None


def repeats(text: str, title: str) -> bool:
    """Whether a line is the title, or a part of it on a line of its own."""
    bare, whole = _bare(text), _bare(title)
    if not bare or not whole:
        return False
    return (
        bare == whole
        or (len(bare) >= 5 and bare in whole)
        # A sentence that says what the title says is a short body.
        or (len(whole) >= 8 and whole in bare and len(bare) < len(whole) + 12 and not text.endswith(("。", "！", "？")))
    )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", squeeze(text)).casefold()


def is_attachment(line: Line) -> bool:
    """Whether a line links a file that belongs to the document."""
    if re.match(r"附\s*件|附\s*[:：表]|相关文件", line.text):
        return True
    links = (node for element, _ in line.slots for node in (element, element.getparent()) if node is not None)
    return any(_FILE.search(node.get("href") or "") for node in links if node.tag == "a")


def _tail_start(lines: Sequence[Line], first: int) -> int:
    """The first line from which on there is only what follows articles."""
    shares = [_share(line) for line in lines]
    # What nobody writes inside an article is no text of it either, however long.
    weights = [0 if share >= SURE else line.weight for line, share in zip(lines, shares, strict=True)]
    after = whole = sum(weights[first:]) or 1
    enough = 1 if first else _SEEN  # under a title or a byline a body may be one short sentence
    for index in range(first, len(lines)):
        share = shares[index] if index > first else 0.0
        if share and after <= share * whole and (share <= _TAIL_SHARE or whole - after >= enough):
            return index
        after -= weights[index]
    return len(lines)


def _share(line: Line) -> float:
    if line.image is not None:
        return 0.0
    return tail_share(line.text) or (_TAIL_SHARE if original_address(line.text) else 0.0)


def _soft_tail(lines: Sequence[Line], first: int, last: int) -> int:
    """Go up from the end over credits, page numbers and links that lead elsewhere."""
    while last > first:
        line = lines[last - 1]
        if line.image is not None:
            return _without_icons(lines, first, last)
        if (
            (line.links > 0.6 and not is_attachment(line))
            or is_credit(line.text)
            or _is_scrap(line.text)
            or is_head_furniture(line.text)
        ):
            last -= 1
        else:
            return last
    return last


def _without_icons(lines: Sequence[Line], first: int, last: int) -> int:
    """Images at the end belong to the article unless furniture stands between them and the text."""
    at = last
    while at > first and lines[at - 1].image is not None:
        at -= 1
    text = lines[at - 1] if at > first else None
    if text is not None and (is_credit(text.text) or _is_scrap(text.text) or is_tail_furniture(text.text)):
        return _soft_tail(lines, first, at)
    return last


_SCRAP = re.compile(
    r"[\d\s+|<>《》«»‹›.…_\-—=*:/【】\[\]()（）]+|(?:[|<>\d\s]|首页|上一页|下一页|尾页|末页|共\d+页|第\d+页)+|#.{1,30}#(?:\s*@.{1,20})?|@\S{1,20}|"
    r"图集|点赞|收藏|分享|返回|TOP|END|完|[（(]完[）)]|更多|(?:点击|查看|加载|阅读|展开|收起)(?:更多|加载更多|全文|原文|剩余.{0,6})"
)


def _is_scrap(text: str) -> bool:
    return _SCRAP.fullmatch(text) is not None


def _without_repeats(lines: Sequence[Line]) -> list[Line]:
    """The text once: some pages hold it twice, for large screens and for small ones, or its beginning as a teaser."""
    lines = _without_teaser(lines)
    long = [index for index, line in enumerate(lines) if len(line.text) >= _LONG]
    texts = [lines[index].text for index in long]
    for half in range(2, len(texts) - 1):
        if texts[half] == texts[0] and texts[half:] == texts[: len(texts) - half]:
            return list(lines[: long[half]])
    return list(lines)


def _without_teaser(lines: Sequence[Line]) -> Sequence[Line]:
    """Without a first line that is the cut beginning of the next."""
    texts = [index for index, line in enumerate(lines) if line.text][:2]
    if len(texts) < 2:
        return lines
    first, second = (lines[index].text for index in texts)
    stem = first.rstrip(" .…。")
    is_cut = first.endswith(("…", "...")) and len(stem) >= 10 and second.startswith(stem)
    return [line for line in lines if line is not lines[texts[0]]] if is_cut else lines


def _without_link_runs(lines: Sequence[Line]) -> list[Line]:
    """Leave out runs of lines that are nothing but links to other pages, wherever they stand."""
    kept: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if line.text and line.links > 0.85 and not is_attachment(line) and len(line.text) < 60:
            run.append(line)
            continue
        if len(run) < _LINK_RUN:
            kept.extend(run)
        run = []
        kept.append(line)
    return kept + (run if len(run) < _LINK_RUN else [])
