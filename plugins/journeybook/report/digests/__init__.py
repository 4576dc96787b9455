"""Write digests for a terminal, an issue or a mail."""

from journeybook.report.digests.formats import digest_html, digest_markdown, digest_text, notes_markdown

__all__ = ["digest_html", "digest_markdown", "digest_text", "notes_markdown"]
