"""Dialogs: data in, signals out; none of them holds a service."""
