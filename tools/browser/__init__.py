"""Driving the product as a person does: a server of one's own, Debian's Chromium, the screen."""
