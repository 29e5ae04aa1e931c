"""What lies on the bench of a session: values that are kept, and the dump that is open."""
