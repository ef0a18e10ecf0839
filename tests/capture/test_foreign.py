"""Pages in other languages."""

import pytest

from reader.capture.foreign import INVITATIONS, agreeing_lines, invites

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


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Council opens hall",
        "SEE MORE: Rain expected",
        "Related stories",
        "À lire aussi : la boulangerie ferme",
        "Читайте также",
        "Follow the Gazette on Facebook, Twitter and Instagram.",
        "Get the Gazette delivered to your door every month.",
        "Write to Jane Miller at jane.miller@gazette.example",
        "12 comments",
        "This website uses cookies to improve your experience while you navigate through the website.",
        "Image caption The hall in May",
        "Advertisement",
        "Updated Nov. 19, 2025 8:21 am ET",
        "Tags: council, hall",
    ],
)
def test_lines_that_lead_elsewhere(line):
    assert invites(line)


@pytest.mark.parametrize(
    "line",
    [
        *SENTENCES,
        "Read more slowly, the teacher said, and you will understand.",
        "Comments from residents filled three pages.",
        "Updated rules apply from May.",
        "Image problems have followed the council for years.",
        "Share prices fell on Tuesday.",
        "Tags were handed out at the door.",
        "Follow the river to the old mill.",
        "Related work began in 2019.",
        "Get up, stand up: the march began at nine.",
    ],
)
def test_sentences_that_only_begin_so_stay(line):
    assert not invites(line)


def test_every_invitation_has_its_reason():
    assert all(each.reason and each.longest <= 700 for each in INVITATIONS)
