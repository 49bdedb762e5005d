"""What the performance claims are measured with; stock Rasa is the peer. Run `make benchmark`."""
