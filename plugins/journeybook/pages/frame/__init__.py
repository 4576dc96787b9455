"""Take a handbook, its language and the day; give what every page has, and its address."""
