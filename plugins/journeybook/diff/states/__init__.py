"""Take revisions or folders as they were typed; give the two states of a handbook."""
