"""The form of a handbook as JSON: its name and version, which those who write and those who read it share."""

FORMAT = "journeybook"
"""The value of `format` in every document of an export."""
VERSION = 1
"""The value of `version`: it grows when a reader of the one before could not read what is written."""
