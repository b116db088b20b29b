"""What a page of the process is made of: one folder per type. `base.py` has what all of them share."""
