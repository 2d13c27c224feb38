"""What a message looks like: mail, plain text, Markdown, Slack, JSON; and nothing of a page is trusted in it."""
