"""The secretariat's console: server-rendered pages under /secretariaat/."""
