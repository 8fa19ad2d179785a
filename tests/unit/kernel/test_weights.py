"""Who weighs on Tactical: what is kept while it hears is what counting anew gives."""

from tests import tiny
from warmzone.kernel.weights import weigh_all
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

STEP_MS = 20_000


def kept(run: Run) -> tuple[list[int], list[int]]:
    """As what each team weighs, and what that adds up to."""
    return run.state.weighing.tolist(), list(run.state.weights[0].item())


def test_weights_are_kept_true_while_an_incident_is_played() -> None:
    """At every moment every team weighs what it would if all of them were weighed anew."""
    run = tiny.fresh("silent", 1, "interior")
    seen = set()
    while not run.ended:
        run.advance(run.now_ms + STEP_MS)
        before = kept(run)
        seen.update(before[0])
        run.state.weighing[:] = 0
        run.state.weights[0] = 0
        weigh_all(run.state, run.prepared.world, Seat.TACTICAL)
        assert kept(run) == before
    assert len(seen) > 1


def test_what_is_only_counted_is_no_part_of_the_digest() -> None:
    """The digest speaks of what is the case, not of what is kept to find it more quickly."""
    run = tiny.fresh("silent", 1, "interior")
    before = run.digest()
    run.state.weights[0]["officers"] += 1
    run.state.weighing[-1] += 1
    assert run.digest() == before
    run.state.winners[-1] += 1
    assert run.digest() != before
