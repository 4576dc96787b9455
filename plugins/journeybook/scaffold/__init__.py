"""Texts of new files: of a whole handbook, or of one thing in it. And what uses an id, and how it changes."""

from journeybook.scaffold.beginning import LANGUAGES, first_files, spoken_language
from journeybook.scaffold.newfile import KINDS, NotPossible, new_file

__all__ = ["KINDS", "LANGUAGES", "NotPossible", "first_files", "new_file", "spoken_language"]
