"""Bring in what people have: tables, boards and diagrams become drafts of a handbook."""
