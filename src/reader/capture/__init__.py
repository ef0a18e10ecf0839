"""From a link or a file to an article: `capture`; from a feed or a column to links: `links_of`."""

from reader.capture.fetch import Limits
from reader.capture.lists.links import links_of
from reader.capture.parser import Parser
from reader.capture.pipeline import capture, extract_again, look_again, read_through

__all__ = ["Limits", "Parser", "capture", "extract_again", "links_of", "look_again", "read_through"]
