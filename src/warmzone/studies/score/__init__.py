"""Does the score measure skill: graded commanders in many exercises, and what the score sees."""
