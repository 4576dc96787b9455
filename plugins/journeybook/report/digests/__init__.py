"""Write digests for a terminal, an issue or a mail."""
