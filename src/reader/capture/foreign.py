"""Pages in other languages: our lines, trimmed to what trafilatura also takes for the article.

Our lines lose almost nothing (recall .999 on English pages) but keep captions, credits and teasers that the
tables, made for Chinese pages, do not know; trafilatura is careful there. Together they are better than either.
"""

# ruff: noqa: E501  tables of patterns are read by rows

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.capture.complexity import is_laborious
from reader.capture.lines import Line
from reader.text.folding import squeeze

_AGREED = 0.4
"""Below this common part of the text trafilatura is taken to have missed the article."""
_PROSE = 80
"""Weight of a line that is kept between agreed ones though trafilatura left it out."""


class Invitation(NamedTuple):
    """A line that `pattern` matches from its beginning invites elsewhere, because of `reason`; longer ones are text."""

    reason: str
    pattern: str
    longest: int = 200


INVITATIONS = (
    Invitation(
        "other articles",
        r"(?:See|Read|Learn|Find out) (?:more|also|next)\b\s*(?::|$|\.{3})|DON.T MISS|MORE$|Also read\s*:|"
        r"(?:Most|Top) (?:read|popular|stories)$|"
        r"(?:Related|Recommended|You (?:may|might) also like|More (?:on|from|in))\s*"
        r"(?:stories|articles|topics|reading|posts|coverage)?\s*(?::|$)",
        160,
    ),
    Invitation(
        "other articles",
        r"(?:À lire aussi|Lire aussi|Lesen Sie auch|Mehr zum Thema|Lea también|Te puede interesar|Leia também|Veja também|"
        r"Leggi anche|Читайте также|Lees ook|Czytaj (?:też|także))\b",
        160,
    ),
    Invitation(
        "networks",
        r"(?:Follow|Find|Join|Like|Connect with) .{2,60}\b(?:on|at) .{0,40}"
        r"(?:Facebook|Twitter|Instagram|LinkedIn|YouTube|Telegram|WhatsApp)|Share (?:this|on|via)\b.{0,40}$|"
        r"(?:Tweet|Share|Print|E-?mail|Pin it)(?:\s*[|·]?\s*(?:Tweet|Share|Print|E-?mail))*$",
    ),
    Invitation(
        "subscriptions",
        r"(?:Subscribe|Sign up|Register) (?:to|for|now|today)\b|Get .{3,60} (?:delivered|in your inbox)|"
        r"Already a subscriber\b|Listen (?:to|live)\b.{3,40}\b(?:live|podcast|weekdays)|Abonnez-vous\b|Jetzt abonnieren\b|"
        r"Suscríbete\b",
    ),
    Invitation(
        "letters",
        r"(?:Write|E-?mail) (?:to )?.{2,40} at \S+@\S+|Tell us what you think|We.d like to hear (?:what|from)",
    ),
    Invitation(
        "comments",
        r"(?:\d+ )?(?:Comments?|Kommentare|Commentaires|Comentarios|Комментарии)(?:\s*\(?\d*\)?)$|Leave a (?:reply|comment)",
    ),
    Invitation(
        "cookies",
        r"(?:This|Our|The) (?:web)?site uses cookies|We (?:and our partners )?use cookies|.{0,60}\bcookies (?:are|that|may)\b|"
        r"Diese Web(?:site|seite) verwendet Cookies|Ce site utilise des cookies|Este sitio (?:web )?utiliza cookies|"
        r"Этот сайт использует",
        700,
    ),
    Invitation(
        "pictures",
        r"Image (?:caption|copyright|source|credit)\b|(?:Photo(?:graph)?s?|Picture|Image) ?(?:by|credit|:)\b",
        300,
    ),
    Invitation(
        "buttons",
        r"Text size$|Advert(?:isement)?$|Story continues below.{0,30}$|Play video$|Skip (?:to|ad)\b.{0,30}$|[‹›×«»\s]+$",
        60,
    ),
    Invitation("time of the last change", r"(?:Last )?(?:Updated|Modified)\s*(?:on|at)?\s*:?\s+(?=.*\d).{4,80}$", 90),
    Invitation("tags", r"(?:Tags?|Filed under|Topics?|Keywords?|Schlagwörter|Étiquettes)\s*(?::|$)", 120),
)
"""Lines of pages in other languages that are none of the article, wherever they stand."""

_INVITATIONS = tuple((re.compile(each.pattern, re.IGNORECASE), each.longest) for each in INVITATIONS)


def invites(text: str) -> bool:
    """Whether a line leads elsewhere instead of telling something."""
    return any(len(text) <= longest and pattern.match(text) for pattern, longest in _INVITATIONS)


def agreeing_lines(kept: Sequence[Line], markup: str) -> list[Line]:
    """From the first to the last line that trafilatura keeps too: those it keeps, images, and long prose."""
    theirs = _bare(_extract(markup))
    agreed = [bool(line.text) and _bare(line.text) in theirs for line in kept]
    whole = sum(len(line.text) for line in kept) or 1
    common = sum(len(line.text) for line, same in zip(kept, agreed, strict=True) if same)
    if common < _AGREED * whole:
        return [line for line in kept if not invites(line.text)]
    first, last = agreed.index(True), len(agreed) - 1 - agreed[::-1].index(True)
    return [
        line
        for index, line in enumerate(kept[: last + 1])
        if line.image is not None
        or (
            index >= first
            and not invites(line.text)
            and (agreed[index] or (line.weight >= _PROSE and line.links < 0.3))
        )
    ]


def _extract(markup: str) -> str:
    if is_laborious(markup):
        return ""
    import trafilatura

    return trafilatura.extract(markup, favor_precision=True, include_comments=False) or ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", squeeze(text))
