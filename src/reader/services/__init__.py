"""What a user can do: one verb each, over the pillars; no Qt, no sentences."""
