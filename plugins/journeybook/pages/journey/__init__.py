"""The page of a journey, the pages of its stages, and the files beside them."""
