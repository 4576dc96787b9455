"""Take steps, findings and metrics; give what several pages show of them, in its order."""
