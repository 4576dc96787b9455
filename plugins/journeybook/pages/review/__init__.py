"""The page of a preview, with all that it changes, and the marks on all other pages."""
