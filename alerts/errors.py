"""What can go wrong in telling people.

AlertsError
├── TopicsError        a topics file cannot be understood
└── SubscriptionError  a subscription asks for what is not there
"""


class AlertsError(Exception):
    """The root of what this room refuses."""


class TopicsError(AlertsError):
    """A topics file cannot be understood; the message names the file and, where it can, the line."""


class SubscriptionError(AlertsError):
    """A subscription, or a name of one, asks for what is not there."""
