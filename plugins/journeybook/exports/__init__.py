"""Hand out a whole handbook: as data, as workbooks that people edit, and as slides."""
