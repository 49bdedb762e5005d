"""One message from arrival to answer: checked for danger, sent to the engine, kept, confirmed."""
