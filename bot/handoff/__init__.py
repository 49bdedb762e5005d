"""A person takes over: who is there, what happens to messages meanwhile, and how the bot gets the conversation back."""
