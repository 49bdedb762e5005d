"""`woningscan doctor`: looks at everything the assistant needs, one line each: in order, or what to do."""
