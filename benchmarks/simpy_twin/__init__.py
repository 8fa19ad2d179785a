"""The whole world told with SimPy: how fast, and whether it comes out the same."""
