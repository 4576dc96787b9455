"""Tests of a handbook as data."""
