"""From an agency's own numbers to hours per skill, a year of short drills and what each needs."""
