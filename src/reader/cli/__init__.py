"""The command line: every verb over the services, JSON alone on stdout when asked for."""
