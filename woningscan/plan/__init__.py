"""The personal plan: built from the answers, told in the chat and laid out in the report."""
