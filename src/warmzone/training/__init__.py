"""Training: what a programme teaches, hour by hour, and what follows from it."""
