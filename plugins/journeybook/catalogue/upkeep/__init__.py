"""What has to be kept up: reviews that come round, days by which something is due, evidence that expires."""
