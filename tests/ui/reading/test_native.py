"""Keys as the platform writes them."""

from reader.ui.reading.native import native


def test_keys_in_words(qapp):
    assert native("Ctrl+Shift+C") == "Ctrl+Shift+C"
    assert native("") == ""
