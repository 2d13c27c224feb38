"""5,000 alerts through a receiver that fails, stalls, closes and asks for patience at random: bench/delivering.py."""

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "bench" / "delivering.py"


def test_5_000_alerts_through_a_rough_receiver(store) -> None:
    spec = importlib.util.spec_from_file_location("delivering", SCRIPT)
    assert spec
    assert spec.loader
    delivering = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(delivering)
    rough = delivering.Rough(seed=1)
    with rough.served(4) as addresses:
        rounds = delivering.play(store, rough, addresses, 5_000, 60)
    assert delivering.wrong(store, rough, 5_000) == []
    assert rounds > 10
    assert delivering.repeats(rough) > 0
    assert len(rough.taken) > 100
    assert {"well", "cut", "closes", "busy", "fails", "down", "refused"} <= set(rough.answers)
