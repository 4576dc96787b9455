"""Check the wording of a handbook, and that everybody can read it."""
