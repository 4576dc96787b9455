"""Take the findings of `check`; give the page of quality and a page for each rule."""
