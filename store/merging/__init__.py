"""Which disclosures are one: found, recorded with the reason, and undone when wrong."""
