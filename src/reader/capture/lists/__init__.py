"""Feeds and column pages: where links to articles are listed."""
