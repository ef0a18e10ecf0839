"""A summary becomes a document. Nothing heavy is imported here: each writer is loaded when it is asked for."""
