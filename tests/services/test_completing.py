"""Missing pictures of a saved page, fetched later."""

import io
from typing import Any

from reader.model.article import AddStatus
from reader.model.blocks import BlockKind
from reader.services.completing import Completed
from reader.services.session import Session

TEXT = "<p>近年来，青禾区把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户，办结事项九百余件。</p>"


SAID = (
    "<p>一是建强队伍。各社区选派熟悉情况的党员担任网格长，每月例会交流做法，年底由居民评议打分。</p>",
    "<p>二是理顺职责。区里列出网格事项清单二十三项，清单以外的任务不得随意下派到网格员手中。</p>",
    "<p>三是做实服务。网格员每周入户不少于两天，对独居老人和残疾人家庭逐户建立联系卡片。</p>",
    "<p>下一步，区里将把办理时限和满意率公布在小区门口，请居民监督，让小事不出网格就能办好。</p>",
)


def png(colour: str) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    return out.getvalue()


def images_of(session: Session, key: str) -> list[bool]:
    return [bool(block.image) for block in session.reading.content(key).blocks if block.kind is BlockKind.IMAGE]


def test_what_was_missing_is_fetched_and_the_marks_stay(session: Session, site: Any) -> None:
    parts = zip("abca", SAID, strict=True)
    pictures = "".join(f"<p><img src=/{name}.png alt={name}></p>{said}" for name, said in parts)
    page = site.put("/p.html", f"<title>图说</title><h1>图说网格</h1><div class=TRS_Editor>{TEXT}{pictures}</div>")
    site.put("/b.png", png("red"), "image/png")
    site.put("/c.png", "<html>not from here</html>", "image/png")
    key = session.capturing.add(page).id
    assert key is not None
    mark = session.annotating.annotate(key, quote="126名", start=session.reading.content(key).text.index("126名"))
    assert images_of(session, key) == [False, True, False, False]
    assert session.completing.missing(key) == 2
    site.put("/a.png", png("blue"), "image/png")
    steps: list[tuple[str, int, int]] = []
    site.asked.clear()
    done = session.completing.fetch_missing(key, progress=lambda *step: steps.append(step))
    assert done == Completed(filled=2, missing=1)
    assert images_of(session, key) == [True, True, False, True]
    assert sorted(site.asked) == [("/a.png", page), ("/c.png", page)]
    assert steps[-1] == ("images", 2, 2)
    assert len(session.reading.versions(key)) == 1
    assert session.annotating.list(key) == [mark]
    assert session.health.check()["problems"] == []


def test_adding_the_same_page_again_brings_what_was_missing(session: Session, site: Any) -> None:
    body = f"<div class=TRS_Editor>{SAID[0]}<p><img src=/a.png></p>{SAID[1]}</div>"
    page = site.put("/p.html", f"<title>图说</title><h1>图说网格</h1>{body}")
    key = session.capturing.add(page).id
    assert key and images_of(session, key) == [False]
    site.put("/a.png", png("blue"), "image/png")
    again = session.capturing.add(page)
    assert (again.id, again.status) == (key, AddStatus.DUPLICATE)
    assert images_of(session, key) == [True] and len(session.reading.versions(key)) == 1


def test_nothing_is_asked_where_nothing_is_missing(session: Session, article: str) -> None:
    assert session.completing.fetch_missing(article) == Completed(0, 0)
