"""Articles with pictures and attachments, for the tests of the window."""

import hashlib
import io

from reader.model.article import CapturedArticle, Fetch, Metadata, StoredFile, StoredImage
from reader.model.blocks import Block, BlockKind, Run, RunStyle

PAGE = "https://example.org/a.html"
LINK = "https://example.org/files/评分 表.txt"
TEXT = "附件：1.网格评比评分表，请各社区对照填写后报区委社会工作部。"


def png(width: int = 300, height: int = 200, colour: str = "#8a2f2f") -> bytes:
    """A plain picture."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def stored(data: bytes, src: str) -> StoredImage:
    """As the library keeps it."""
    return StoredImage(hashlib.sha256(data).hexdigest(), "image/png", 300, 200, data, src)


def report(missing: str = "https://example.org/no.png") -> CapturedArticle:
    """Two pictures that are there and one that is missing, and an attachment that the text links to."""
    red = stored(png(), "https://example.org/red.png")
    blue = stored(png(800, 400, "#2f5f8a"), "https://example.org/blue.png")
    blocks = (
        Block(BlockKind.PARAGRAPH, "近年来，青禾区把网格作为基层治理的最小单元，选派网格员126名。"),
        Block(BlockKind.IMAGE, image=red.sha256, alt="网格分布"),
        Block(BlockKind.PARAGRAPH, "图为网格员入户走访。"),
        Block(BlockKind.PARAGRAPH, TEXT, (Run(3, 12, RunStyle.LINK, LINK),)),
        Block(BlockKind.IMAGE, image=blue.sha256, alt="办事流程"),
        Block(BlockKind.IMAGE, alt="缺的图"),
    )
    words = "青禾区网格员名单\n一、城东网格：林青，负责三个小区，联系电话见社区公示栏。".encode()
    file = StoredFile(hashlib.sha256(words).hexdigest(), "text/plain", "评分 表.txt", words, LINK)
    about = Metadata("青禾区：“一网三联”推进基层治理", "2026-03-02", "云岭日报", url=PAGE)
    fetch = Fetch(b"x", "text/html", "2026-11-02T08:00:00Z", url=PAGE)
    sources = (red.src, blue.src, missing)
    return CapturedArticle(about, blocks, "<p></p>", "", "utf-8", fetch, (red, blue), sources, files=(file,))
