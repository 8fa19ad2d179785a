"""One live exercise as pure rules: commands, events, decide, evolve, replay."""
