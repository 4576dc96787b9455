"""The page of quality, from the findings of `check`, and a page for each rule."""
