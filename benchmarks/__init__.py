"""The same work for Heltid and for others, side by side in one run: `python -m benchmarks NAME ..`."""
