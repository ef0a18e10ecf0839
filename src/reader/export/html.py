"""A summary as one HTML file: no script, nothing from elsewhere, for the screen and for printing in black and white."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape as _escape
from urllib.parse import urlsplit

from reader.export import html_marks
from reader.export.clean import cleaned
from reader.export.frame import attachment_lines, body_and_attachments, recipient_line
from reader.export.html_marks import Marked
from reader.export.marked import signs
from reader.export.pictures import size_on_paper
from reader.model.summary import (
    Form,
    Imprint,
    Item,
    ListEntry,
    Masthead,
    NumberedList,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Section,
    Summary,
    Table,
    TextRun,
)

# Margins of the printed page as GB/T 9704-2012 has them: 37 mm above, 26 right, 35 below, 28 left.
STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
:root { color-scheme: light }
body { margin: 0; background: #f2f1ed; color: #1c1c1c; font: 18px/1.8 "Noto Serif CJK SC", "Source Han Serif SC",
  "Songti SC", SimSun, serif }
main { max-width: 42em; margin: 0 auto; padding: 3em 2em 4em; background: #fff }
h1 { font-size: 1.5em; line-height: 1.5; text-align: center; margin: 0 0 .6em; text-wrap: balance }
h2, h3, h4, caption, th { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
  SimHei, sans-serif; font-weight: 600 }
h2 { font-size: 1.1em; margin: 1.6em 0 .5em }
h3, h4 { font-size: 1em; margin: 1.2em 0 .4em }
p { margin: .4em 0; text-indent: 2em; overflow-wrap: anywhere }
.subtitle { text-align: center; text-indent: 0; margin-bottom: 1.5em }
.recipient, .masthead p, .imprint p { text-indent: 0 }
.masthead { margin-bottom: 2em; border-bottom: 2px solid #1c1c1c; text-align: center }
.masthead .name { font-size: 1.8em; line-height: 1.4; font-weight: 600; letter-spacing: .1em }
.masthead .remark { text-align: left }
.sides { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; padding: 0 1em }
.closing { margin-top: 1.8em; padding-left: 5em; text-indent: -3em }
.signature { margin: 1.8em 0; padding-right: 2em; text-align: right; text-indent: 0 }
.imprint { margin-top: 2em; border-top: 2px solid #1c1c1c; border-bottom: 2px solid #1c1c1c; padding: 0 1em;
  font-size: .9em }
.imprint .copies { border-top: 1px solid #1c1c1c; text-align: right }
.remark, blockquote { font-family: "LXGW WenKai", KaiTi, STKaiti, "Kaiti SC", "Noto Serif CJK SC", serif }
.caption { text-align: center; text-indent: 0; font-size: .88em }
blockquote { margin: .9em 0 .2em; padding: 0 0 0 .8em; border-left: 2px solid #767676 }
blockquote p, .note, .entry { text-indent: 0; margin: 0 }
.note, .details { margin: .1em 0 .1em 1em; text-indent: 0; font-size: .92em }
.details { color: #595959 }
.seal { display: inline-block; box-sizing: border-box; min-width: 1.5em; margin-right: .35em; border: 1px solid #1c1c1c;
  border-radius: 2px; padding: 0 .2em; font: 600 .78em/1.4 "Noto Sans CJK SC", "Microsoft YaHei", SimHei, sans-serif;
  text-align: center; text-indent: 0 }
figure { margin: .5em 0 .6em; text-align: center }
figure img { max-width: 100%; height: auto }
figcaption { font-size: .85em; color: #595959 }
.place { white-space: normal; color: #595959 }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse; margin: .4em 0 1em; font-size: .88em; line-height: 1.55 }
caption { padding: .3em }
th, td { border: 1px solid #767676; padding: .25em .5em; text-align: left; vertical-align: top;
  overflow-wrap: break-word }
th { white-space: nowrap }
ol { padding-left: 2em; margin: .4em 0 }
ol.references { list-style: none; padding: 0; font-size: .88em }
.references li { overflow-wrap: anywhere; margin: .2em 0 }
a { color: inherit }
sup a { text-decoration: none }
@media print {
  body { background: none; color: #000; font-size: 16pt; line-height: 28.95pt }
  main { max-width: none; padding: 0 }
  .scroll { overflow: visible }
  table { line-height: 17pt; font-size: 12pt }
  .place, .details, figcaption { color: #000 }
  h2, h3, h4, caption { break-after: avoid }
  tr, blockquote, figure, .signature, .imprint { break-inside: avoid }
  .closing, .signature { break-before: avoid }
  .starts-page { break-before: page }
  thead { display: table-header-group }
}
"""


def render(summary: Summary) -> str:
    """The whole document as text, to be written in UTF-8."""
    summary = cleaned(summary)
    language = summary.language.replace("_", "-")
    title = _text(summary.plain_title)
    author = f'<meta name="author" content="{_text(summary.author)}">\n' if summary.author else ""
    style = STYLE + (html_marks.STYLE if signs(summary) else "")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{author}<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(_blocks(summary))
        + "\n</main>\n</body>\n</html>\n"
    )


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _text(text: str) -> str:
    return _escape(text, quote=True)


def _lines(text: str) -> str:
    return _text(text).replace("\n", "<br>")


def _blocks(summary: Summary) -> Iterator[str]:
    if summary.masthead:
        yield _masthead(summary.masthead)
    yield f"<h1>{'<br>'.join(map(_text, summary.title))}</h1>"
    if summary.subtitle:
        yield f'<p class="subtitle">{_text(summary.subtitle)}</p>'
    if line := recipient_line(summary.recipient, summary.words):
        yield f'<p class="recipient">{_text(line)}</p>'
    marked = Marked(summary)
    body, attachments = body_and_attachments(summary)
    yield from (part for section in body for part in _section(section, summary, marked))
    yield from _closing(summary)
    if summary.references:
        entries = "\n".join(map(_reference, summary.references))
        yield f'<h2>{_text(summary.words.references)}</h2>\n<ol class="references">\n{entries}\n</ol>'
    yield from (part for section in attachments for part in _section(section, summary, marked))
    if summary.imprint:
        yield _imprint(summary.imprint)


def _section(section: Section, summary: Summary, marked: Marked) -> Iterator[str]:
    level = section.level + 1
    start = ' class="starts-page"' if section.starts_page else ""
    if section.heading:
        yield f"<h{level}{start}>{_text(section.heading)}</h{level}>"
    for item in section.items:
        yield from _item(item, summary, section, marked)
        yield from marked.notes(item, _lines)


def _masthead(masthead: Masthead) -> str:
    parts = [("remark", masthead.remark), ("name", masthead.name), ("issue", masthead.issue)]
    lines = [f'<p class="{name}">{_text(text)}</p>' for name, text in parts if text]
    if masthead.unit or masthead.date:
        lines.append(f'<p class="sides"><span>{_text(masthead.unit)}</span> <span>{_text(masthead.date)}</span></p>')
    return '<div class="masthead">\n' + "\n".join(lines) + "\n</div>"


def _closing(summary: Summary) -> Iterator[str]:
    closing = summary.closing
    if closing.attachments:
        yield f'<p class="closing">{"<br>".join(map(_text, attachment_lines(summary)))}</p>'
    if signed := [_text(text) for text in (closing.signature, closing.date) if text]:
        yield f'<p class="signature">{"<br>".join(signed)}</p>'


def _imprint(imprint: Imprint) -> str:
    lines = [f"<p>{_text(line)}</p>" for line in imprint.lines]
    if imprint.copies:
        lines.append(f'<p class="copies">{_text(imprint.copies)}</p>')
    return '<div class="imprint">\n' + "\n".join(lines) + "\n</div>"


def _item(item: Item, summary: Summary, section: Section, marked: Marked) -> Iterator[str]:
    match item:
        case Paragraph():
            yield _paragraph(item, section, marked)
        case Picture():
            yield _picture(item)
        case Quotation():
            yield from _quotation(item, summary)
        case Table():
            yield _table(item, marked)
        case NumberedList():
            yield "<ol>\n" + "\n".join(_entry(entry, summary) for entry in item.entries) + "\n</ol>"


def _paragraph(paragraph: Paragraph, section: Section, marked: Marked) -> str:
    text = "".join(_run(run, marked) for run in paragraph.runs)
    number = f' data-number="{paragraph.number}"' if paragraph.number else ""
    if paragraph.form is Form.HEADING:
        level = section.level + 2
        return f"<h{level}{number}>{text}</h{level}>"
    kind = "" if paragraph.form is Form.TEXT else f' class="{paragraph.form.value}"'
    return f"<p{kind}{number}>{text}</p>"


def _run(run: TextRun, marked: Marked) -> str:
    written = f"<strong>{_lines(run.text)}</strong>" if run.strong else _lines(run.text)
    mark = f'<sup><a href="#reference-{run.footnote}">[{run.footnote}]</a></sup>' if run.footnote else ""
    return marked.words(run, written) + mark


def _quotation(quotation: Quotation, summary: Summary) -> Iterator[str]:
    number = f"{quotation.number}. " if quotation.number else ""
    seal = f'{number}<span class="seal">{quotation.kind.seal}</span>'
    if not quotation.text:
        yield f'<p class="entry">{seal}{_lines(quotation.note)}{_place(quotation)}</p>'
        yield from _details(quotation, summary)
        return
    url = next((each.url for each in summary.references if each.number == quotation.article), "")
    cite = f' cite="{_text(url)}"' if _is_web(url) else ""
    yield f"<blockquote{cite}><p>{seal}{_lines(quotation.text)}{_place(quotation)}</p></blockquote>"
    yield from map(_picture, quotation.pictures)
    if quotation.note:
        label = f"<strong>{_text(summary.words.note)}</strong>{_text(summary.words.colon)}"
        yield f'<p class="note">{label}{_lines(quotation.note)}</p>'
    yield from _details(quotation, summary)


def _picture(picture: Picture) -> str:
    data = base64.b64encode(picture.data).decode()
    width, height = (round(twips / 15) for twips in size_on_paper(picture))
    caption = f"<figcaption>{_text(picture.caption)}</figcaption>" if picture.caption else ""
    return (
        f'<figure><img src="data:{picture.media_type};base64,{data}" alt="{_text(picture.alt or picture.caption)}" '
        f'width="{width}" height="{height}">{caption}</figure>'
    )


def _place(quotation: Quotation) -> str:
    return f'<span class="place">{_text(quotation.place)}</span>' if quotation.place else ""


def _details(quotation: Quotation, summary: Summary) -> Iterator[str]:
    words = summary.words
    parts = [(words.tags, words.comma.join(quotation.tags)), (words.creator, quotation.creator)]
    shown = [f"{_text(label)}{_text(words.colon)}{_text(text)}" for label, text in parts if text]
    if shown:
        yield f'<p class="details">{"　".join(shown)}</p>'


def _entry(entry: ListEntry, summary: Summary) -> str:
    quotation = entry.quotation
    if quotation is None:
        return f"<li>{_lines(entry.text)}</li>"
    if not entry.text:
        return "<li>" + "\n".join(_quotation(quotation, summary)) + "</li>"
    if not quotation.text:
        return f"<li>{_lines(entry.text)}{_place(quotation)}{''.join(_details(quotation, summary))}</li>"
    return f"<li>{_lines(entry.text)}\n" + "\n".join(_quotation(quotation, summary)) + "</li>"


def _table(table: Table, marked: Marked) -> str:
    head, *rows = [["".join(_run(run, marked) for run in cell) for cell in row] for row in table.lines]
    heading = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    caption = f"<caption>{_text(table.caption)}</caption>\n" if table.caption else ""
    return (
        f'<div class="scroll">\n<table>\n{caption}'
        f"<thead><tr>{heading}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
    )


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False


def _reference(reference: Reference) -> str:
    text = _lines(reference.text)
    if _is_web(reference.url) and _text(reference.url) in text:
        address = _text(reference.url)
        text = text.replace(address, f'<a href="{address}" rel="noreferrer noopener">{address}</a>', 1)
    return f'<li id="reference-{reference.number}">[{reference.number}] {text}{_text(reference.note)}</li>'
