"""The compiled kernel: numbers only, one function moves time."""
