"""One value, read: what it decodes to, as a formula, and in every notation."""
