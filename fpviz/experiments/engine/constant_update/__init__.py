"""``w <- round(w + g)`` with the same g again and again: what five experiments share.

Its course in closed form, why a step came out as it did, its curve with all that is said of it,
and its script.
"""
