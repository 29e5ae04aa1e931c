"""Where things are typed, ticked, chosen and dropped."""
