"""Read what a build publishes: the handbook, its findings and versions, and where its files are edited."""
