"""When a question is asked again: fsrs.js says the same as the scheduler's reference implementation."""

import json
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler, State

MODULE = Path(__file__).parents[1] / "generator/elements/fsrs.js"
NODE = Path(sys.executable).parent / "node"
START = datetime(2026, 1, 1, tzinfo=UTC)
MINUTES = (1, 5, 10, 60, 23 * 60 + 59, 24 * 60, 3 * 24 * 60, 40 * 24 * 60, 400 * 24 * 60)  # the longest pauses
STEPS: dict[str, dict[str, tuple[int, ...]]] = {
    "usual": {"learning": (1, 10), "relearning": (10,)},
    "none": {"learning": (), "relearning": ()},
    "one": {"learning": (5,), "relearning": (1, 30)},
}
REPLAY = f"""
import {{ review, retrievability }} from {json.dumps(MODULE.as_uri())}
const [histories, steps] = JSON.parse(await new Response(process.stdin).text())
console.log(JSON.stringify(histories.map(history => {{
  let card
  return history.map(([rating, time]) => {{
    const known = card ? retrievability(card, time) : 0
    card = review(card, rating, time, steps)
    return [card.stability, card.difficulty, card.due, card.state, known]
  }})
}})))
"""
History = list[tuple[int, int]]
"""Ratings 1 to 4, each with its time in milliseconds since 1970."""


def histories(count: int) -> list[History]:
    """Return random histories, the same ones each time: reviews on one day, late ones, lapses, long rests."""
    chance = random.Random(6)  # noqa: S311  # no secret
    made = []
    for _ in range(count):
        time, history = START, []
        for _ in range(chance.randint(1, 20)):
            history.append((chance.choice((1, 2, 3, 3, 3, 4)), round(time.timestamp() * 1000)))
            time += timedelta(seconds=chance.randint(0, 60 * chance.choice(MINUTES)))
        made.append(history)
    return made


def by_reference(history: History, steps: dict[str, tuple[int, ...]]) -> list[tuple[float, float, float, str, float]]:
    """Return stability, difficulty, due date, state and what was still known, after each review."""
    scheduler = Scheduler(
        learning_steps=[timedelta(minutes=step) for step in steps["learning"]],
        relearning_steps=[timedelta(minutes=step) for step in steps["relearning"]],
        enable_fuzzing=False,
    )
    card, after = Card(card_id=1), []
    for rating, time in history:
        at = START + timedelta(milliseconds=time - START.timestamp() * 1000)
        known = scheduler.get_card_retrievability(card, at)
        card, _ = scheduler.review_card(card, Rating(rating), at)
        assert card.stability is not None
        assert card.difficulty is not None
        after.append(
            (card.stability, card.difficulty, card.due.timestamp() * 1000, State(card.state).name.lower(), known)
        )
    return after


def by_module(made: list[History], steps: dict[str, tuple[int, ...]]) -> list[list[list[Any]]]:
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", REPLAY],
        input=json.dumps([made, steps]),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    replayed: list[list[list[Any]]] = json.loads(done.stdout)
    return replayed


@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_1000_random_histories_agree_with_the_reference(steps: dict[str, tuple[int, ...]]) -> None:
    made = histories(1000)
    for history, ours in zip(made, by_module(made, steps), strict=True):
        for (*numbers, state, known), theirs in zip(ours, by_reference(history, steps), strict=True):
            assert state == theirs[3], history
            assert [*numbers, known] == pytest.approx([*theirs[:3], theirs[4]], rel=1e-9, abs=1e-6), history
