"""Write a handbook as a workbook that people edit in a spreadsheet program and send back.

A sheet for each journey, a table for each kind of thing, registers that show what stands in the journeys, and
a first sheet that says how to edit it all. Grey names say what rows and columns hold; two hidden sheets keep
the words of drop-downs, and what the files said, so that edits can be told from what was there.
"""

from io import BytesIO

from journeybook.exports.workbook.content import Content
from journeybook.exports.workbook.untouched import is_untouched
from journeybook.exports.workbook.whole import write_whole_book

__all__ = ["Content", "is_untouched", "workbook"]


def workbook(content: Content) -> bytes:
    """Return the bytes of the workbook; the same handbook gives the same ones."""
    stream = BytesIO()
    write_whole_book(stream, content)
    return stream.getvalue()
