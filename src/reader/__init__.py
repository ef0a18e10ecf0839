"""研读 Reader: save governance reports, read and annotate them offline, take a summary to the meeting."""

__version__ = "0.1.0"
