"""What each decision was worth, in expected lives."""
