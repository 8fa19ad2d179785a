"""Objects over the kernel: from a scenario to arrays, a run, and what can be seen of it."""
