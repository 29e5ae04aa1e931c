"""The families of formats: how codes of each stand for numbers, one file a family."""
