"""Which lever mattered: one part of command at a time, managed as the interior commander would."""
