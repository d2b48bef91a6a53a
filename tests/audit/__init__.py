"""What is measured and printed, and not held by a test: `make audit`."""
