"""From a link or a file to an article: one function, `capture`, and the worker process it parses in."""

from reader.capture.fetch import Limits
from reader.capture.parser import Parser
from reader.capture.pipeline import capture

__all__ = ["Limits", "Parser", "capture"]
