"""Finding disclosures: words and facets as sets of their numbers, which are counted and put in order."""
