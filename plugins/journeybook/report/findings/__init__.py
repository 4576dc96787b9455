"""Take the findings of a check; write them for people, for programs and for reviews."""
