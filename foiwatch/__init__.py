"""The command, its configuration and the replica of the sites: the front door."""

__version__ = "0.1.0"
