"""Cited numbers as data: every number about the world is a row here, with its source."""
