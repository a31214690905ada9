"""Cases that others wrote down: how their files are read."""
