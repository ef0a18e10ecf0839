"""JSON out of files that anybody may have made."""

import json
from typing import Any


class TooManyValuesError(ValueError):
    """It would take more memory than there may be."""


def bounded(text: str, most: int) -> Any:
    """The value of JSON that has at most `most` commas and brackets: 100 MB of "[[],[],…" would be gigabytes
    as objects.

    ValueError for what is no JSON, TooManyValuesError; RecursionError where it nests too deeply.
    """
    if sum(text.count(mark) for mark in ",[{") > most:
        raise TooManyValuesError(most)
    return json.loads(text)
