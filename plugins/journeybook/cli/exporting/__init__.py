"""The forms of `export`: a module each, with a function that takes the order and returns the exit code."""
