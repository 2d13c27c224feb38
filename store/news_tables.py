"""The table by which a disclosure finds the news of its force and time, and not all that was ever kept."""

NEWS: tuple[str, ...] = (
    """CREATE TABLE news_days (
        force TEXT NOT NULL,
        published TEXT NOT NULL,
        news INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        PRIMARY KEY (force, published, news)
    ) WITHOUT ROWID""",
    "CREATE INDEX news_days_news ON news_days (news)",
    """INSERT INTO news_days (force, published, news) SELECT force, published, id
        FROM disclosures JOIN disclosure_forces ON disclosure = id WHERE kind = 'news'""",
)
