"""What a message means, read by one tuned encoder beside the rules and the words of the core."""
