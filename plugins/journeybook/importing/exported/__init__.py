"""Read what an export of a handbook has written, so that nothing is lost on the way."""
