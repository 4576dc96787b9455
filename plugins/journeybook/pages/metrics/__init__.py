"""The pages of metrics: their list, and each one with its course and all its series."""
