"""The lines of working of a conversion or an operation, each as a person would write it down."""
