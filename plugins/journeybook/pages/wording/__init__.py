"""Say fixed words, fields and changes in the language of the handbook."""
