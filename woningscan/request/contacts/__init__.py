"""Ways to reach somebody: numbers and addresses in a typed text, and the addresses that may have been meant."""
