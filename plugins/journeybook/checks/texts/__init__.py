"""Check how a handbook is worded, and that everybody can read it."""
