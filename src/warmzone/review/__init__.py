"""After an exercise: what happened, what was known, what it came to; from the log alone."""
