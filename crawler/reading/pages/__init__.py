"""A page of a log: from bytes to plain lines, tables and links, without the chrome of its site."""
