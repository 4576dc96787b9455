"""The pages for new colleagues: a path through the first week, for all and for each team."""
