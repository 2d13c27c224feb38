"""The views of the public database that the site and `foiwatch sources` read."""

# What a run says of itself, in one word. A view cannot ask whether a process lives, so a run that has not
# ended within half a day counts as killed; `store.runs.health` knows it at once.
_STATUS = """CASE
    WHEN last.id IS NULL THEN 'never run'
    WHEN last.ended <> '' AND last.whole = 1 THEN 'whole'
    WHEN last.ended <> '' THEN 'not whole'
    WHEN last.problem <> '' OR julianday(last.started) < julianday('now', '-12 hours') THEN 'interrupted'
    ELSE 'running'
END"""

_LAST_WHOLE = "(SELECT max(id) FROM runs WHERE source = sources.name AND whole = 1)"

VIEWS = (
    f"""CREATE VIEW source_health AS SELECT
        sources.name, sources.full_name, sources.platform, sources.site,
        {_STATUS} AS status,
        (SELECT count(*) FROM disclosures WHERE source = sources.name) AS kept,
        coalesce(last.started, '') AS last_run,
        coalesce((SELECT ended FROM runs WHERE id = {_LAST_WHOLE}), '') AS last_whole,
        coalesce((SELECT min(started) FROM runs WHERE source = sources.name AND whole = 0
            AND (ended <> '' OR problem <> '') AND id > coalesce({_LAST_WHOLE}, 0)), '') AS failing_since,
        coalesce(last.problem, '') AS problem,
        coalesce(last.mode, '') AS mode,
        coalesce(last.listed, 0) AS listed,
        coalesce(last.new, 0) AS new,
        coalesce(last.changed, 0) AS changed,
        coalesce(last.unchanged, 0) AS unchanged,
        coalesce(last.skipped, 0) AS skipped,
        coalesce(last.failed, 0) AS failed,
        coalesce(last.withdrawn, 0) AS withdrawn,
        coalesce(last.requests, 0) AS requests,
        coalesce(last.id, 0) AS run,
        coalesce(last.pid, 0) AS pid
    FROM sources LEFT JOIN runs AS last
        ON last.id = (SELECT max(id) FROM runs WHERE source = sources.name)""",
    """CREATE VIEW latest_changes AS SELECT
        changes.id, changes.seen, changes.verb, changes.version, changes.disclosure, changes.source,
        disclosures.title, disclosures.ref, disclosures.published, disclosures.address, disclosures.status,
        (SELECT group_concat(force, ', ') FROM disclosure_forces WHERE disclosure = disclosures.id) AS forces,
        (SELECT group_concat(topic, ', ') FROM matches WHERE disclosure = disclosures.id) AS topics,
        coalesce(versions.changed, '[]') AS changed,
        coalesce(versions.diff, '') AS diff
    FROM changes
        JOIN disclosures ON disclosures.id = changes.disclosure
        LEFT JOIN versions ON versions.disclosure = changes.disclosure AND versions.version = changes.version
            AND changes.verb IN ('changed', 'restored')
    WHERE changes.baseline = 0
    ORDER BY changes.id DESC""",
)
