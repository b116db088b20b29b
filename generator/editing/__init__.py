"""What commands change in a process folder: every function returns new bytes, write.py alone writes them."""
