"""The tables of figures: each is written anew as a whole, from what the record holds when a run ends."""

# A month is "2025-03", or "2025" or "" where the disclosure is dated no more precisely; a year is "2025" or "".
FIGURES: tuple[str, ...] = (
    # One row at most: when the figures were counted, and how far the record was then.
    "CREATE TABLE figures_counted (moment TEXT NOT NULL, mark TEXT NOT NULL)",
    """CREATE TABLE figures_totals (
        name TEXT PRIMARY KEY,
        number INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE figures_facets (
        facet TEXT NOT NULL,
        value TEXT NOT NULL,
        disclosures INTEGER NOT NULL,
        PRIMARY KEY (facet, value)
    ) WITHOUT ROWID""",
    """CREATE TABLE figures_months (
        force TEXT NOT NULL,
        month TEXT NOT NULL,
        disclosures INTEGER NOT NULL,
        PRIMARY KEY (force, month)
    ) WITHOUT ROWID""",
    # `since` and `latest` are months; what is dated to the year alone, or after the day of counting, gives none.
    """CREATE TABLE figures_forces (
        force TEXT PRIMARY KEY,
        disclosures INTEGER NOT NULL,
        with_files INTEGER NOT NULL,
        withdrawn INTEGER NOT NULL,
        since TEXT NOT NULL,
        latest TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE figures_outcomes (
        force TEXT NOT NULL,
        year TEXT NOT NULL,
        outcome TEXT NOT NULL,
        disclosures INTEGER NOT NULL,
        PRIMARY KEY (force, year, outcome)
    ) WITHOUT ROWID""",
    """CREATE TABLE figures_exemptions (
        section TEXT NOT NULL,
        force TEXT NOT NULL,
        year TEXT NOT NULL,
        disclosures INTEGER NOT NULL,
        PRIMARY KEY (section, force, year)
    ) WITHOUT ROWID""",
    "CREATE INDEX figures_exemptions_force ON figures_exemptions (force, section, year, disclosures)",
    """CREATE TABLE figures_topics (
        force TEXT NOT NULL,
        topic TEXT NOT NULL,
        disclosures INTEGER NOT NULL,
        PRIMARY KEY (force, topic)
    ) WITHOUT ROWID""",
    # `year` is that of the answer, "" all years together.
    """CREATE TABLE figures_days (
        force TEXT NOT NULL,
        year TEXT NOT NULL,
        answers INTEGER NOT NULL,
        lower_quartile REAL NOT NULL,
        median REAL NOT NULL,
        upper_quartile REAL NOT NULL,
        longest INTEGER NOT NULL,
        PRIMARY KEY (force, year)
    ) WITHOUT ROWID""",
    # `force` "" is all of a source, each disclosure once.
    """CREATE TABLE figures_sources (
        force TEXT NOT NULL,
        source TEXT NOT NULL,
        disclosures INTEGER NOT NULL,
        PRIMARY KEY (force, source)
    ) WITHOUT ROWID""",
    # `facet` is topic or force, or "" for all.
    """CREATE TABLE figures_latest (
        facet TEXT NOT NULL,
        value TEXT NOT NULL,
        position INTEGER NOT NULL,
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        PRIMARY KEY (facet, value, position)
    ) WITHOUT ROWID""",
    "CREATE INDEX figures_latest_disclosure ON figures_latest (disclosure)",
    """CREATE TABLE figures_dossiers (
        dossier INTEGER PRIMARY KEY,
        since TEXT NOT NULL,
        disclosures INTEGER NOT NULL,
        forces INTEGER NOT NULL,
        answers TEXT NOT NULL
    )""",
    "CREATE INDEX figures_dossiers_since ON figures_dossiers (since, dossier)",
    "CREATE INDEX figures_dossiers_forces ON figures_dossiers (forces, dossier)",
    # The front page tells what is new: among a million that a first walk brought, that is a handful.
    "CREATE INDEX changes_news ON changes (id) WHERE baseline = 0 AND completed = 0",
)
TABLES = tuple(statement.split()[2] for statement in FIGURES if statement.startswith("CREATE TABLE"))
