"""Templates: articles and annotations become a summary."""
