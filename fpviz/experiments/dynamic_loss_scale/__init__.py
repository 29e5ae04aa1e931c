"""Dynamic loss scalers: their rules, what they can be told, and which steps overflow."""
