"""One file a web-site product: how its disclosure log is walked."""
