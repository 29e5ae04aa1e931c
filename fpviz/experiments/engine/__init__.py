"""What experiments are made of: parameters, runs, the courses of weights, what plots need."""
