"""Find and read the two states of a handbook that were typed as revisions or folders."""
