"""Fix what can be fixed without asking the author, as changes of files.

`fixable` says which findings can be: an id that is not written as ids are and that nothing names, a reference
that names a thing by its title or former name, and a heading. `fix` makes the change of one file: those
findings, spaces at the ends of lines in its header, and the order of keys. It reads what it made; unless all
says what it said before, but for what was fixed, the file is left as it is.
"""

from journeybook.fixes.file import Left, fix
from journeybook.fixes.replacements import Replacement, fixable

__all__ = ["Left", "Replacement", "fix", "fixable"]
