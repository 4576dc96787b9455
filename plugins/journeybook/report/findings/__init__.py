"""Write the findings of a check for people, for programs and for reviews."""
