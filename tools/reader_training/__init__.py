"""Tunes the encoder that `bot/reader` runs; needs the packages of `requirements/train.in` and no others of the app."""
