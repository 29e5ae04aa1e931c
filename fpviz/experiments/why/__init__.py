"""Why a step of a run came out as it did: its numbers, and the sentences about them."""
