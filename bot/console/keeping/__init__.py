"""What an administrator keeps an eye on: who works here, who did what, and what is erased when."""
