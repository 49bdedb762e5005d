"""Breaks everything around the assistant, for as long as is asked, while visitors use it; docs/faults.md tells how."""
