"""Measured values that are brought in."""
