"""Two sides of a handbook in, what changed in the customer's terms out."""
