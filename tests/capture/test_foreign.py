"""Pages in other languages."""




from reader.capture.foreign import agreeing_lines

from .extraction import FIRST, SECOND, body_lines, page, shown


def test_other_languages_keep_their_whole_text():
    paragraphs = [
        "Der Gemeinderat hat am Dienstag beschlossen, den Saal jeden Abend für die Bürger zu öffnen.",
        "„Die Leute wollten einen Ort, an dem sie reden können“, sagte die Bürgermeisterin nach der Sitzung.",
        "Die Kosten für Licht und Heizung übernimmt die Gemeinde bis zum Ende des Jahres.",
    ]
    body = "<article><h1>Saal wird geöffnet</h1>" + "".join(f"<p>{each}</p>" for each in paragraphs) + "</article>"
    assert body_lines(page(body, title="Saal wird geöffnet | Bote")) == paragraphs


SENTENCES = (
    "The town council met on Tuesday evening and agreed to keep the hall open for every resident.",
    "Members said that the money for heating and light would come from the reserve of last year.",
    "A report on what people made of it is to be given to the council before the summer recess.",
)


def test_what_trafilatura_leaves_out_at_both_ends_goes():
    markup = (
        "<html><body><article>"
        + "".join(f"<p>{each}</p>" for each in SENTENCES)
        + "</article><div class=caption>Picture by A. Reed</div></body></html>"
    )
    lines = shown(markup)
    assert [line.text for line in lines][-1] == "Picture by A. Reed"
    assert [line.text for line in agreeing_lines(lines, markup)] == list(SENTENCES)


def test_everything_stays_when_trafilatura_finds_another_text():
    lines = shown("<div>" + "".join(f"<p>{each}</p>" for each in SENTENCES) + "</div>")
    for other in ("<html></html>", f"<article><p>{FIRST * 5}</p><p>{SECOND * 5}</p></article>"):
        assert agreeing_lines(lines, other) == lines
