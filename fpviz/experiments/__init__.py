"""What training does with floating point: repeated updates and what repairs them. Imports core alone."""
