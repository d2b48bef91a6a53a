"""Benchmarks: `make bench` prints a table of what is measured, against what, and the goal.

Each row compares two things in one run, so that a ratio holds whatever machine it is. No test depends on a time.

    make bench                              all rows; takes most of an hour
    make bench ARGS=extraction              one row
    make bench ARGS="--scale 0.1 build"     the same with a tenth of the articles and zones, to see whether it works
"""
