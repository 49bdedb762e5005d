"""What whoever runs the app may see of it: counts and times, nothing of a person. Off until it has an address."""
