"""The most that a file of tables may hold: more is refused before it costs memory or time."""

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
"""Of everything in a packed file together."""
MAX_RATIO = 200
"""How many times as large a part may be unpacked; spreadsheets reach 30."""
SMALL_PART_BYTES = 1024 * 1024
"""Smaller parts may be packed as tightly as they like."""
MAX_PARTS = 10_000
MAX_CELLS = 1_000_000
MAX_TAGS = 8_000_000
"""Of all parts that are read, their ends included: six for each cell, and some more."""
MAX_ELEMENTS = 200_000
"""Within one that is read as a whole: a cell, or all styles."""
MOST_NESTED = 100
MAX_TAG_BYTES = 1024 * 1024
MAX_CELL_TEXT = 100_000
MAX_SHEETS = 500
MAX_COLUMN = 16_384
MAX_ROW = 1_048_576
