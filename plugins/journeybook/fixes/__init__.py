"""Findings in, changes of files out, for what can be mended without asking the author.

`mendable` says which findings can be: an id that is not written as ids are and that nothing names, and a
reference that names a thing by its title or former name. `mend` makes the change of one file: those findings,
spaces at the ends of lines in its header, and the order of keys. It reads what it made; unless all says what
it said before, but for what was mended, the file is left as it is.
"""

from journeybook.fixes.mend import Left, mend
from journeybook.fixes.replacements import Replacement, mendable

__all__ = ["Left", "Replacement", "mend", "mendable"]
