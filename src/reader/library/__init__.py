"""One SQLite file with everything a person saved, marked and wrote."""

from reader.library.library import Library

__all__ = ["Library"]
