"""Take a fixed word, a field or a change; say it in the language of the handbook."""
