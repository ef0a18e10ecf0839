"""Documents that are not web pages, each format in a file of its own; all end in a `Page`."""
