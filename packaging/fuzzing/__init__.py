"""The parts of `make fuzz`."""
