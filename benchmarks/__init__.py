"""How fast incidents are played; nothing here is a test."""
