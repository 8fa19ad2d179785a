"""An incident before it starts: the site, the scenario, loading and checking both."""
