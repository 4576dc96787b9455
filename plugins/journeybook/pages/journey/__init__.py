"""Take a journey; give its page, the pages of its stages, and the files beside them."""
