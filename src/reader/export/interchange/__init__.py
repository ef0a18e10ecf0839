"""Annotations in files that other programs write and read: one file a format, and `formats` as the door to all.

A reader trusts nothing: a value of the wrong type counts as missing, what is no web address is no address, and limits
of size and number hold before anything is made of a file.
"""
