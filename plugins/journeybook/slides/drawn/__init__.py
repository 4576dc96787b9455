"""Lay what a deck says on the layouts of a template; no text stands over an edge."""
