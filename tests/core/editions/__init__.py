"""What the first edition of the content model meant, held against what it means now."""
