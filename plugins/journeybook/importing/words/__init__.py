"""Know the names that people give to fields, the scales of their scores, and the file that maps theirs."""
