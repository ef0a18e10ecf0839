"""How far long work is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with a step (`progress.<step>` in the catalogues), how much is done, and of how much (0: not known), on the
thread that works."""
