"""Signing in, and setting up an account."""
