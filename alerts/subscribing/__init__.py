"""Who wants what, and when: from changes of the record to the alerts of each subscription."""
