"""Compare two versions of a thing part by part, and give a change for each difference."""
