"""Automatic commanders: policies over views, and their parameters as data."""
