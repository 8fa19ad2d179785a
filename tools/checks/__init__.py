"""The checks that `python -m tools.check` runs, one subject in each module."""
