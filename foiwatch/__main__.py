"""`python -m foiwatch` is the command."""

from foiwatch.command import main

main()
