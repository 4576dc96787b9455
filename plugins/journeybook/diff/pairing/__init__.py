"""Find the things of two states that are the same."""
