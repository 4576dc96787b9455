"""Fix what can be fixed, and compare findings with those of a base: `journeybook check` beside its list."""
