"""What is done to the site beside its pages: search, the live site, checks. `hook.py` is where MkDocs calls it."""
