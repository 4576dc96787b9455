"""Narratives of authors on their way through Markdown: pages for MkDocs, their links, their headings."""
