"""What a handbook adds to the site beside its pages: styles, scripts and files, navigation and search."""
