"""A right configuration is taken as it stands; a wrong one is refused with its line and what was expected."""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import foiwatch
from crawler.reading.formats.filetext import Limits
from foiwatch.config import Config, ConfigError, load_config
from foiwatch.keys import READING
from foiwatch.known import check_addresses
from foiwatch.lines import line_of

SOURCES = ("met", "herts", "west_midlands")
TO = 'to = ["json://127.0.0.1:9/hook"]\n'
DESK = f'[[subscription]]\nname = "desk"\n{TO}'


def load(folder: Path, text: str) -> Config:
    path = folder / "foiwatch.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path, SOURCES)


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load(folder, text)
    message = str(caught.value)
    prefix = f"{folder / 'foiwatch.toml'}:"
    assert message.startswith(prefix), message
    return message.removeprefix(prefix)


def test_without_a_file_there_are_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config(None) == Config(contact="", store=Path("data"), sources={}, subscriptions=(), path=None)


def test_a_file_in_this_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "foiwatch.toml").write_text('contact = "a@example.org"')
    assert load_config(None).contact == "a@example.org"


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_config(tmp_path / "none.toml")


def test_every_setting_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOIWATCH_TEST_TO", " json://127.0.0.1:9/a\n json://127.0.0.1:9/b ")
    config = load(
        tmp_path,
        """
        contact = "desk@example.org"
        store = "kept"
        [sources.west_midlands]
        site = "http://127.0.0.1:8077/"
        allow_private = true
        delay = 0
        since = 2024-02-03
        [sources.met]
        since = "2024-02-04"
        concurrency = 2
        [[subscription]]
        name = "desk"
        search = '"body worn" AND misuse'
        forces = ["met", "herts"]
        events = ["new", "restored"]
        when = "weekly"
        to_env = "FOIWATCH_TEST_TO"
        """,
    )
    assert config.contact == "desk@example.org"
    assert config.store == tmp_path / "kept"
    assert config.sources == {
        "west_midlands": {
            "site": "http://127.0.0.1:8077", "allow_private": True, "delay": 0, "since": "2024-02-03",
        },
        "met": {"since": "2024-02-04", "concurrency": 2},
    }  # fmt: skip
    (desk,) = config.subscriptions
    assert (desk.name, desk.search, desk.when) == ("desk", '"body worn" AND misuse', "weekly")
    assert (desk.forces, desk.events) == (("met", "herts"), ("new", "restored"))
    assert desk.to == ("json://127.0.0.1:9/a", "json://127.0.0.1:9/b")


def test_the_limits_of_reading_are_read_and_the_others_stay(tmp_path: Path) -> None:
    config = load(tmp_path, "[reading]\nseconds = 30\nmemory = 1073741824\nscanned = 0")
    assert config.limits == Limits(seconds=30, memory=1 << 30, scanned=0)
    assert load(tmp_path, "").limits == Limits()


def test_every_limit_can_be_set_as_it_is_by_default_and_is_shown(tmp_path: Path) -> None:
    shown = (Path(foiwatch.__file__).parent / "starter.toml").read_text(encoding="utf-8")
    table = shown.partition("# [reading]\n")[2].partition("\n\n")[0].replace("# ", "", 1).replace("\n# ", "\n")
    assert load(tmp_path, f"[reading]\n{table}").limits == Limits()
    assert {field.name for field in fields(Limits)} == set(READING) == set(tomllib.loads(table))


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("")
    config = load(tmp_path, 'store = "../elsewhere"\ntopics = "own.toml"')
    assert config.store == tmp_path / "../elsewhere"
    assert config.topics == tmp_path / "own.toml"
    assert load(tmp_path, 'store = "/srv/foi"').store == Path("/srv/foi")


WRONG = [
    ('stroe = "data"', "1: unknown key 'stroe' (did you mean 'store'?); expected one of contact, "),
    ("contact = 5", "1: contact is 5; expected an address"),
    ('contact = "a\\r\\nX-Other: b"', "1: contact is "),
    ('\n\ncontact = "a"\nstore = []', "4: store is []; expected a folder"),
    ('store = "a"\nstore = "b"', "2: Cannot overwrite a value; expected TOML"),
    ("store =", "1: Invalid value; expected TOML"),
    ("[sources.met\ndelay = 1", "1: Expected ']'"),
    ("sources = 5", "1: sources is 5; expected tables such as [sources.met]"),
    ("[sources]\nmet = 5", "2: sources.met is not a table; expected [sources.met]"),
    ("[sources.met]\n[sources.hurts]", "2: unknown source 'hurts' (did you mean 'herts'?); expected one of "),
    ('[sources.met]\n# slow\ndelay = "slow"', "3: delay is 'slow'; expected a number of seconds, 0 or more"),
    ("[sources.met]\ndelay = -1", "2: delay is -1; expected a number of seconds, 0 or more"),
    ("[sources.met]\ndelay = nan", "2: delay is nan"),
    ("[sources.met]\ndelay = inf", "2: delay is inf"),
    ("[sources.met]\ndelay = true", "2: delay is True"),
    ("[sources.met]\nmax_bytes = 99999999999999999999", "2: max_bytes is 99999999999999999999"),
    ("sources.met.concurrency = 17", "1: concurrency is 17; expected a whole number from 1 to 16"),
    ("[sources]\nmet = {concurrency = 0}", "2: concurrency is 0"),
    ("[sources.met]\nrecheck_days = 0", "2: recheck_days is 0; expected a number of days above 0"),
    ('[sources.met]\nallow_private = "yes"', "2: allow_private is 'yes'; expected true or false"),
    ('[sources.met]\nsite = "ftp://example.org"', "2: site is <not shown>; expected an address"),
    ('[sources.met]\nsite = "www.example.org"', "2: site is 'www.example.org'; expected an address"),
    ('[sources.met]\nsince = "last year"', "2: since is 'last year'; expected a date: 2024-01-31"),
    ("[sources.met]\nsince = 2024-01-01T00:00:00", "2: since is "),
    ("[sources.met]\nlisting_path = 'foi'", "2: listing_path is 'foi'; expected a path"),
    ("[sources.herts]\ndelay = 1\n[sources.met]\ndealy = 1", "4: unknown key 'dealy' (did you mean"),
    ("reading = 1", "1: reading is 1; expected the table [reading]"),
    ("[reading]\npage = 5", "2: unknown key 'page' (did you mean 'pages'?); expected one of "),
    ("[reading]\npages = 0", "2: pages is 0; expected a whole number of pages, 1 to 1,000,000"),
    ("[reading]\nrows = 1.5", "2: rows is 1.5; expected a whole number of rows, 1 to "),
    ("reading.memory = 1024", "1: memory is 1024; expected a whole number of bytes, 67,108,864 to "),
    ("[reading]\npages = 9\nseconds = 0", "3: seconds is 0; expected a number of seconds, 1 or more"),
    ("subscription = 1", "1: subscription is 1; expected tables such as [[subscription]]"),
    (f"[[subscription]]\n{TO}", '1: a subscription has no name; expected name = "..."'),
    (f"{DESK}\n{DESK}", "6: two subscriptions are called 'desk'; expected a name of its own"),
    (f"{DESK}when = 'hourly'", "4: when is 'hourly'; expected \"at once\", \"daily\" or \"weekly\""),
    (f"{DESK}events = ['new', 'gone']", "4: events is ['new', 'gone']; expected a list of \"new\""),
    (f"{DESK}events = []", "4: events is []; expected a list"),
    (f"{DESK}topics = 'misconduct'", "4: topics is 'misconduct'; expected a list"),
    (f"{DESK}topics = ['no such topic']", "4: unknown topic 'no such topic'; expected one of "),
    (f"{DESK}forces = ['mett']", "4: unknown source or force 'mett' (did you mean 'met'?); expected one of "),
    (f"{DESK}wehn = 'daily'", "4: unknown key 'wehn' (did you mean 'when'?)"),
    (f"{DESK}search = '\"never closed'", "4: search cannot be run: "),
    (f"{DESK}search = ['fine', 'AND']", "4: search cannot be run: "),
    (f"{DESK}search = []", "4: search is []; expected a search, a list of several"),
    (f"{DESK}search = {{}}", "4: search is {}; expected a search, a list of several"),
    (f"{DESK}at = '08:30'", "4: at is the time of a digest; expected when = "),
    (f"{DESK}when = 'daily'\nat = '8.30'", "5: at is '8.30'; expected the time of day"),
    (f"{DESK}zone = 'Europe/Londres'", "4: unknown time zone 'Europe/Londres'; expected one such as"),
    (f"{DESK}zone = '../../etc/passwd'", "4: unknown time zone "),
    (f"{DESK}quiet = '22-7'", "4: quiet is '22-7'; expected hours in which nothing is sent"),
    (f"{DESK}quiet = '22:00-22:00'", "4: quiet begins when it ends; expected hours such as"),
    (f"{DESK}most = 0", "4: most is 0; expected a whole number of items"),
    (f"{DESK}outcomes = ['denied']", "4: outcomes is ['denied']; expected a list of \"disclosed\""),
    (f"{DESK}exemptions = ['section 40']", "4: exemptions is ['section 40']; expected a list of sections"),
    ('[[subscription]]\nname = "a"', "1: subscription 'a' says not where to send; expected either"),
    (f"{DESK}to_env = 'X'", "1: subscription 'desk' has both to and to_env; expected either"),
    ('[[subscription]]\nname = "a"\nto = []', "3: to is <not shown>; expected a list of one"),
    ('topics = "none.toml"', "1: there is no file "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start"), WRONG, ids=[start[:30] for _, start in WRONG])
def test_what_is_wrong_is_refused_with_its_line(tmp_path: Path, text: str, start: str) -> None:
    assert refusal(tmp_path, text).startswith(start)


def test_a_force_may_go_by_its_full_name(tmp_path: Path) -> None:
    config = load(tmp_path, f'{DESK}forces = ["Metropolitan Police Service", "met"]')
    assert config.subscriptions[0].forces == ("Metropolitan Police Service", "met")


def test_topics_may_be_built_in_or_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[topic.drones]\n")
    config = load(tmp_path, f'topics = "own.toml"\n{DESK}topics = ["misconduct", "drones"]')
    assert config.subscriptions[0].topics == ("misconduct", "drones")


@pytest.mark.parametrize(("value", "wrong"), [(None, "is not set"), ("xoxb-very-secret", "holds no Apprise address")])
def test_a_missing_variable_refuses_only_what_sends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None, wrong: str
) -> None:
    monkeypatch.delenv("FOIWATCH_TEST_TO", raising=False)
    if value:
        monkeypatch.setenv("FOIWATCH_TEST_TO", value)
    config = load(tmp_path, '[[subscription]]\nname = "a"\n\nto_env = "FOIWATCH_TEST_TO"')
    assert config.subscriptions[0].to == ()
    with pytest.raises(ConfigError) as caught:
        check_addresses(config)
    said = str(caught.value)
    assert f":4: the environment variable FOIWATCH_TEST_TO {wrong}; expected one or more" in said
    assert "secret" not in said


def test_several_searches_keep_their_names_and_are_one_to_the_record(tmp_path: Path) -> None:
    (one,) = load(tmp_path, f"{DESK}search = 'taser OR CED'").subscriptions
    assert (one.search, one.each_search) == ("taser OR CED", (("taser OR CED", "taser OR CED"),))
    (one,) = load(tmp_path, f"{DESK}search = ['taser', 'a NOT b']").subscriptions
    assert (one.search, one.searches) == ("(taser) OR (a NOT b)", (("taser", "taser"), ("a NOT b", "a NOT b")))
    (one,) = load(tmp_path, f"{DESK}search = {{ Tasers = 'taser OR CED', cuffs = 'hand*' }}").subscriptions
    assert one.searches == (("Tasers", "taser OR CED"), ("cuffs", "hand*"))
    assert one.search == "(taser OR CED) OR (hand*)"


def test_when_a_digest_goes_and_what_it_holds(tmp_path: Path) -> None:
    text = f"""{DESK}when = 'daily'
        at = '08:30'
        zone = 'Europe/London'
        quiet = '22:00-07:00'
        most = 40
        outcomes = ['refused', 'ncnd']
        exemptions = ['s31', 's40(2)']
        events = ['new', 'dossier', 'news']"""
    (one,) = load(tmp_path, text).subscriptions
    assert (one.when, one.at, one.zone, one.quiet, one.most) == ("daily", "08:30", "Europe/London", "22:00-07:00", 40)
    assert (one.outcomes, one.exemptions) == (("refused", "ncnd"), ("s31", "s40(2)"))
    assert one.events == ("new", "dossier", "news")


SECRET = "xoxb-very-secret"
LEAKS = [
    f'to = "slack://{SECRET}"',
    f'to = ["{SECRET}"]',
    f'to_env = "slack://{SECRET}"',
    f'to = ["slack://{SECRET}"]\nwhen = 3',
    f'to = ["slack://{SECRET}",]\nto_env = "{SECRET}"',
    f'to = ["slack://{SECRET}"',
    f'when = "slack://{SECRET}"',
    f'forces = ["slack://{SECRET}"]',
    f'too = ["slack://{SECRET}"]',
    f'"slack://{SECRET}" = 1',
    f'[sources.met]\nsite = "https://me:{SECRET}@example.org"',
]


@pytest.mark.parametrize("line", LEAKS)
def test_an_address_is_never_repeated(tmp_path: Path, line: str) -> None:
    assert SECRET not in refusal(tmp_path, f'[[subscription]]\nname = "a"\n{line}')


@pytest.mark.parametrize("header", ["[subscription]", "[subscription.desk]", "[contact]", "[sources.met]"])
def test_nor_is_it_from_a_wrong_table(tmp_path: Path, header: str) -> None:
    assert SECRET not in refusal(tmp_path, f'{header}\nto = ["slack://{SECRET}"]')


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foiwatch.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"foiwatch\.toml:1: .*; expected a file saved as UTF-8"):
        load_config(path, SOURCES)


def test_a_windows_file_with_a_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "foiwatch.toml"
    path.write_bytes(b'\xef\xbb\xbfcontact = "a@example.org"\r\nstore = "b"\r\n')
    assert load_config(path, SOURCES).store == tmp_path / "b"


def test_a_line_is_found_past_long_values() -> None:
    text = 'a = """\nb = 1\n"""\n\nlist = [\n  1,\n  2,\n]\n# c\n[t]\n"d" = 3\n[[u]]\nx = 1\n[[u]]\nx = 2\n'
    assert line_of(text, ("a",)) == 1
    assert line_of(text, ("list",)) == 5
    assert line_of(text, ("t", "d")) == 11
    assert line_of(text, ("u", 1)) == 14
    assert line_of(text, ("u", 1, "x")) == 15


def test_a_store_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    (tmp_path / "foiwatch.toml").write_text('contact = "a@example.org"\nstore = "taken"\n')
    with pytest.raises(ConfigError, match=r"foiwatch\.toml:2: .*taken is a file; expected a folder"):
        load_config(tmp_path / "foiwatch.toml")
