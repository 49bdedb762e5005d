"""What the official may do with their own request, behind the mailed link or where it was made."""
