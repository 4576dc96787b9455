"""Add to the site what a handbook brings beside its pages: styles, scripts and files, navigation, search."""
