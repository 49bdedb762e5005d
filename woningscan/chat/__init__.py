"""A person takes the conversation over: offered, open, closed."""
