"""The frame of every page: its address, its contents, its search entries, and the handbook behind it."""
