"""The self-scan: which question comes next, what an answer means, where the triage leads."""
