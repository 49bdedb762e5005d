"""What a message says of its writer, of the moment and of what is there, where words are certain."""
