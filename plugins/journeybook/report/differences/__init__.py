"""Write the changes between two states for people, for programs and for reviews."""
