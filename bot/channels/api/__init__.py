"""The web API of the widget."""
