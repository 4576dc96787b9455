"""Check what pages are made of: files, ids, and what refers to what."""
