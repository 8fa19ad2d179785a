"""A part of the world told once more with SimPy: how fast, and whether it comes out the same."""
