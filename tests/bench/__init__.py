"""Benchmarks: `make bench` prints them. They compare two things in one run; no test depends on a time."""
