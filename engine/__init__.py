"""The Rasa process: one turn as a function on a private address. It keeps nothing between turns."""

from engine import lean_rasa

lean_rasa.keep_tensorflow_out()  # before any module of this package imports Rasa
