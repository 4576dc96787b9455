"""Put together what was measured: series of values, and what became of them."""
