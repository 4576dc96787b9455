"""Serve a handbook while it is written."""
