"""Print the map of a journey from a built site, by a browser, and notes on what changed."""
