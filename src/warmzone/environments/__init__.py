"""An incident as an environment for learning: one seat (Gymnasium), both seats (PettingZoo)."""
