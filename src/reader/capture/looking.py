"""What a kept page could be read as: answers of the worker process, plain data ready for JSON."""

from typing import Any

from reader.capture.charset_choice import charset_choices
from reader.capture.complexity import SOURCE_LIMIT
from reader.capture.formats import Format, recognise, recognise_document
from reader.capture.parsing import Source, decoded_by, opened_of
from reader.capture.structure import block_structure


def structure(data: bytes, source: Source) -> dict[str, Any]:
    """The ladder of possible bodies of a web page (`structure.py`); {"steps": []} for any other format."""
    if (text := _text_of(data, source)) is not None:
        data, source = text
        decoded = decoded_by(data, source)
        if recognise(decoded.text, source.media_type, source.name) is Format.HTML:
            return block_structure(decoded.text[:SOURCE_LIMIT], source.url, source.body)
    return {"steps": [], "present": 0, "auto": 0}


def charsets(data: bytes, source: Source) -> dict[str, Any]:
    """{"present": codec, "choices": […]} (`charset_choice.py`); no choices for a document, which knows its charset."""
    if (text := _text_of(data, source)) is None:
        return {"present": "", "choices": []}
    present = decoded_by(*text).encoding
    return {"present": present, "choices": charset_choices(text[0], present)}


def _text_of(data: bytes, source: Source) -> tuple[bytes, Source] | None:
    """The bytes that are text and what is known of them: of a web archive those of its page; None for a document."""
    document = recognise_document(data)
    if document not in (None, Format.MHTML):
        return None
    opened = opened_of(data, source, document)
    return opened.data, opened.source
