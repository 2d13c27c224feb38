"""What can go wrong in telling people.

AlertsError
└── TopicsError        a topics file cannot be understood
"""


class AlertsError(Exception):
    """The root of what this room refuses."""


class TopicsError(AlertsError):
    """A topics file cannot be understood; the message names the file and, where it can, the line."""
