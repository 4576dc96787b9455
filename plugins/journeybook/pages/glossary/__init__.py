"""The glossary: the words of the method and those of the organisation's own, with examples."""
