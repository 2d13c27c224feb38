"""Invented but faithful copies of the sites, served on this machine only: for the demo and the tests."""

from foiwatch.replica.server import Replica
from foiwatch.replica.sites import Variant

__all__ = ["Replica", "Variant"]
