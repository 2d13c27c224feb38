"""5,000 alerts through a receiver that fails, stalls, closes and asks for patience at random: bench/delivering.py."""

from scripts import script


def test_5_000_alerts_through_a_rough_receiver(store) -> None:
    delivering = script("bench/delivering.py")
    rough = delivering.Rough(seed=1)
    with rough.served(4) as addresses:
        rounds = delivering.play(store, rough, addresses, 5_000, 60)
    assert delivering.wrong(store, rough, 5_000) == []
    assert rounds > 10
    assert delivering.repeats(rough) > 0
    assert len(rough.taken) > 100
    assert {"well", "cut", "closes", "busy", "fails", "down", "refused"} <= set(rough.answers)
