"""The Python peers of bench/contribution.ts, on the same game and records of the same shape.

Needs Python 3.10 or later and: pip install shapiq pyDVL numpy
Run: python bench/contribution_peers.py
Prints the median of three runs in milliseconds; compare with the rows of npm run bench.
"""

import time

import numpy as np


def median_ms(run, rounds=3):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    return sorted(times)[rounds // 2]


def dense(n):
    from shapiq.game_theory.exact import ExactComputer

    masks = np.arange(2**n, dtype=np.uint64)
    worths = ((masks * 2654435761) % 2**32 % 100_000).astype(float)
    worths[0] = 0.0
    powers = 1 << np.arange(n)

    def game(coalitions):
        return worths[np.atleast_2d(coalitions) @ powers]

    def run():
        return ExactComputer(n_players=n, game=game)("SV", order=1)

    print(f"shapiq exact computer, n = {n}: {median_ms(run, 1):.1f} ms")


def records(count, tests):
    from pydvl.valuation import KNNShapleyValuation
    from pydvl.valuation.dataset import Dataset
    from sklearn.neighbors import KNeighborsClassifier

    rng = np.random.default_rng(1)

    def some(size):
        x = rng.random((size, 8))
        return Dataset(x, (x[:, 0] + x[:, 1] > 1).astype(int))

    training, test = some(count), some(tests)

    def run():
        model = KNeighborsClassifier(n_neighbors=5)
        KNNShapleyValuation(model, test, progress=False).fit(training)

    print(f"pyDVL kNN-Shapley, {count} records, {tests} tests: {median_ms(run, 1):.1f} ms")


if __name__ == "__main__":
    dense(12)
    dense(16)
    records(100_000, 100)
