"""Check what pages are made of: files, ids and references."""
