"""The search for a better commander: one budget for every family, tested where none searched."""
