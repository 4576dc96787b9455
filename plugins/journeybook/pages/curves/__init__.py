"""Draw the satisfaction curves of pages: one version of a journey or two, and the part of each step."""
