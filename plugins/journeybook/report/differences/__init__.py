"""Take what changed between two states; write it for people, for programs and for reviews."""
