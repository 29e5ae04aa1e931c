"""What the bench is made of: the strip of orders, where elements stand, the table of them."""
