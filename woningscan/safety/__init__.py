"""What is said and done in danger and in distress, and which route belongs to it."""
