"""Articles and zones that nobody wrote, for what has to be tried on thousands of them.

    python -m tests.synthetic --articles 2500 --zones 400 --seed 1 OUTDIR

The same numbers give the same bytes. Each article is made by itself, from the seed and its number alone.
"""
