"""Registers: what all journeys say of one sort of thing, as lists that meetings go through."""
