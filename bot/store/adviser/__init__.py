"""The advisers who visit officials at home."""
