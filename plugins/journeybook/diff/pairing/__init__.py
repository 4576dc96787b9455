"""Take the things of two states; say which of them are the same."""
