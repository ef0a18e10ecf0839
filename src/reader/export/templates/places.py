"""Places of an article as papers name them: 第3段第5句."""

from collections.abc import Callable

from reader.model.annotation import Annotation
from reader.text.passages import parse_passage

Say = Callable[..., str]


def place_in_words(annotation: Annotation, say: Say) -> str:
    """第3段第5句, 全文, or honestly that the place is lost and where it was."""
    passage = passage_in_words(annotation.passage, say)
    if annotation.orphan:
        return say("paper.orphan_from" if passage else "paper.orphan", passage=passage)
    return passage or say("paper.whole_article" if not annotation.quote else "paper.place_unknown")


def passage_in_words(passage: str | None, say: Say) -> str:
    """第3段第5句, 第3段第5至7句, 第3段第5句至第4段第1句; "" for none."""
    try:
        paragraph, sentence, last_paragraph, last_sentence = parse_passage(passage or "")
    except ValueError:
        return ""
    data = {"paragraph": paragraph, "sentence": sentence, "paragraph2": last_paragraph, "sentence2": last_sentence}
    if (paragraph, sentence) == (last_paragraph, last_sentence):
        return say("paper.passage", **data)
    return say("paper.passage_sentences" if paragraph == last_paragraph else "paper.passage_paragraphs", **data)
