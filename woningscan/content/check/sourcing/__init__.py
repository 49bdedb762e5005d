"""What the content rests on: sources that are true, read in time, and official where they can be."""
