"""Building blocks of the two default templates."""
