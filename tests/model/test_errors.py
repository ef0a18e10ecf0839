"""Errors carry a code and facts, never a sentence."""

from reader.model.errors import AmbiguousQuoteError, CancelledError, CaptureError, ReaderError


def test_an_error_is_data() -> None:
    error = CaptureError("fetch_status", url="https://example.org/", status=418)
    assert isinstance(error, ReaderError)
    assert (error.code, error.data) == ("fetch_status", {"url": "https://example.org/", "status": 418})
    assert "fetch_status" in repr(error)


def test_errors_with_a_code_of_their_own() -> None:
    places = [{"start": 1, "end": 2, "passage": "1-1", "context": "网格"}]
    assert AmbiguousQuoteError(places).places == places
    assert AmbiguousQuoteError(places).data["count"] == 1
    assert CancelledError().code == "cancelled"
