"""Take two versions of a thing; give a change for each difference, part by part."""
