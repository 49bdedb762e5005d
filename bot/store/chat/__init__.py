"""Live chats between an official and the secretariat."""
