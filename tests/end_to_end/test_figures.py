"""A run leaves the figures that the site shows."""

from collections.abc import Callable
from typing import Any


def test_figures_are_counted_when_a_run_ends(desk: Callable[..., Any]) -> None:
    here = desk({"herts": 3})
    done = here.run("run", "herts")
    assert "Traceback" not in done.stderr, done.stderr
    assert here.ask("SELECT moment FROM figures_counted") == [("2026-11-03T09:00:00+00:00",)]
    kept = here.kept()
    assert kept
    assert here.ask("SELECT number FROM figures_totals WHERE name = 'disclosures'") == [(kept,)]
    assert here.ask("SELECT force, disclosures FROM figures_forces")[0][0] == "Hertfordshire Constabulary"
