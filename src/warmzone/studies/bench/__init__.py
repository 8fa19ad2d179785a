"""How fast incidents are played, and how far that is from what is wanted."""
