"""Take a journey of a built site; print its map by a browser."""
