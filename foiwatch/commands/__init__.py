"""One file a subcommand; `foiwatch.command` loads each when it is called."""
