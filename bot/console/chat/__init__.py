"""Live chats as the secretariat has them."""
