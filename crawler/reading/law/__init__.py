"""The sections of the information laws that a reply cites, and which of them it relies on."""
