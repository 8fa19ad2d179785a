"""What builds, checks and pins the project; none of it ships."""
