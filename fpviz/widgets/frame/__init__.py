"""What stands around the content of a panel: its frame, its sheet on paper, its cover."""
