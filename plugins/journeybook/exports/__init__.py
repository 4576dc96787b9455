"""Hand out a whole handbook: as data, and as workbooks that people edit."""
