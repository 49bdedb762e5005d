"""Asking for a visit or a call back: the fields, one by one."""
