"""Conversations, their turns, and links to a plan."""
