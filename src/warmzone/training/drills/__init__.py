"""Decision drills for one person alone: a moment of an incident, one decision, little time."""
