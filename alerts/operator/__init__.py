"""What the operator must hear and readers must not: what broke, what is unlike its history, and that nothing runs."""
