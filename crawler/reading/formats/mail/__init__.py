"""Messages: e-mail as EML and as Outlook keeps it."""
