"""The verification program: published results against what the world gives."""
