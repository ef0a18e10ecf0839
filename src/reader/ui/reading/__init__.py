"""The reader: an article shown, marked, searched and measured in its own canonical text.

Only this room knows that Qt counts in UTF-16 units; everything that enters or leaves it counts code points.
"""
