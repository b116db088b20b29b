"""What is kept of the papers of an exam: the latest, and always the best one."""

from javascript import run


def kept(*marks: int) -> tuple[list[int], int]:
    """Hand in papers with these marks out of ten; return when those that are kept were, and when the best one was."""
    body = """
      const papers = given.map((got, at) => ({at, word: "x", got: [got], full: [10], pass: 80}))
      const all = papers.reduce((kept, paper) => past.withResult(kept, paper), [])
      return [all.map(({at}) => at), past.bestOf(all).at]
    """
    times, best = run("exams/past.js", body, marks)
    return times, best


def test_the_latest_twenty_stay() -> None:
    assert kept(*[5] * 25) == ([*range(5, 25)], 24)


def test_the_best_one_stays_however_old_it_is() -> None:
    assert kept(3, 9, *[5] * 25) == ([1, *range(7, 27)], 1)
