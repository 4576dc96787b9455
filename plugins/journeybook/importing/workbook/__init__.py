"""Read a workbook that `export xlsx` wrote and people have edited: exactly what it says now.

The grey names of rows and columns say what cells hold. What a cell names is found by its id in brackets, by
its title, or is new. Nothing that people typed is lost in silence: what cannot be read is told with its cell.
"""

from journeybook.importing.workbook.whole import read_edited

__all__ = ["read_edited"]
