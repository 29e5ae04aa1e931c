"""What a chart of elements against their places shows, however many they are."""
