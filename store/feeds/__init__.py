"""Atom and JSON Feed for topics, forces and subscriptions: the record as it is now, newest first."""
