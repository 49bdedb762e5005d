"""What each route may not lose, and which answers lead to it."""
