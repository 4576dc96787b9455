"""Draw the satisfaction curves of pages, for one version of a journey or two."""
