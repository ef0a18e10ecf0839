"""What is seen: window, panes, dialogs (Qt)."""
