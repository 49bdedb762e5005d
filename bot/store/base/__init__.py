"""What every store rests on: the database, keys, sealed columns, errors, marks of the jobs."""
