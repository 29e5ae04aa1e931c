"""Files of pictures: PNG, SVG and PDF, exact in size and bytes, with their origin in them."""
