"""Measures what is promised of Showroom's speed: `python benchmarks/run.py [figure…]`; see README.md."""

import os
import sys
import tempfile
from pathlib import Path

from figures import FIGURES, Bench
from measure import calibration, warm_environment

ROW = "{:<10}{:>8}{:>10} {:<14}{:>12}  {:<10}{}"


def main(names: list[str]) -> int:
    """Print a line for each figure of `names`, or for all; return 1 when one is over its limit, else 0."""
    if unknown := set(names) - FIGURES.keys():
        print(f"No such figure: {', '.join(sorted(unknown))}. There are: {', '.join(FIGURES)}.")
        return 2
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print(ROW.format("figure", "limit", "measured", "", "calibration", "verdict", "of"))
    too_slow = False
    with tempfile.TemporaryDirectory() as folder, warm_environment() as environment:
        bench = Bench(Path(folder), environment)
        for name in names or FIGURES:
            before = calibration()
            figure = FIGURES[name](bench)
            beside = (before + calibration()) / 2
            slow = figure.measured > figure.limit
            too_slow |= slow
            verdict = "TOO SLOW" if slow else "good"
            row = (name, f"{figure.limit:.2f}", f"{figure.measured:.3f}", figure.unit, f"{beside:.3f}", verdict)
            print(ROW.format(*row, figure.note), flush=True)
    return int(too_slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
