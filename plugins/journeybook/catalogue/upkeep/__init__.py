"""Reviews that come round, days by which something is due, evidence that expires: all to be kept up."""
