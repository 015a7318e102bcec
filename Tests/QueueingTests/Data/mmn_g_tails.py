#!/usr/bin/env python3
"""Rows of mmn_g_patience.csv that hold values below 1e-20, computed again at 60 digits.

Usage: mmn_g_tails.py mmn_g_patience.csv > mmn_g_tails.csv      (needs mpmath)

The table's quadrature stopped at an absolute error near 1e-24 of the whole: tails below that are 0, or hold some
digits of it (with deterministic patience of 600 s its mean wait of those who abandon is 600.00002). Here the
axis is cut at 0, T, the corner and the peak of v, panels double away from each cut, and every integral is
relative to itself.
"""

import csv
import sys

from mpmath import mp, mpf, erfc, exp, gamma, gammainc, log, quad, sqrt

mp.dps = 60
COLUMNS = ["patience", "params", "calls_per_hour", "aht_s", "n", "T_s", "p_abandon", "wait_abandoned_s",
           "sl_offered", "sl_excl_short_abandons", "sl_answered", "sl_answered_plus_abandoned",
           "abandoned_within_T", "p_offered_wait_gt_T"]
TAILS = ["p_abandon", "sl_offered", "abandoned_within_T", "p_offered_wait_gt_T"]


def law(name, params):
    """P(R > x), P(R <= x), E[R; R <= x], corners."""
    p = [mpf(value) for value in params.split(";")]
    if name == "det":
        d = p[0]
        return (lambda x: mpf(x < d)), (lambda x: mpf(x >= d)), (lambda x: d if x >= d else mpf(0)), [d]
    if name == "uniform":
        b = p[0]
        return (lambda x: max(mpf(0), 1 - x / b)), (lambda x: min(mpf(1), x / b)), \
            (lambda x: min(x, b) ** 2 / (2 * b)), [b]
    if name == "lognormal":
        s = sqrt(log(1 + p[1] ** 2))
        m = log(p[0]) - s * s / 2
        phi = lambda z: erfc(-z / sqrt(mpf(2))) / 2
        z = lambda x: (log(x) - m) / s
        return (lambda x: phi(-z(x)) if x > 0 else mpf(1)), (lambda x: phi(z(x)) if x > 0 else mpf(0)), \
            (lambda x: p[0] * phi(z(x) - s) if x > 0 else mpf(0)), []
    if name == "weibull":
        k, scale = p[0], p[1] / gamma(1 + 1 / p[0])
        u = lambda x: (x / scale) ** k
        return (lambda x: exp(-u(x))), (lambda x: -mp.expm1(-u(x))), \
            (lambda x: p[1] * gammainc(1 + 1 / k, 0, u(x), regularized=True) if x > 0 else mpf(0)), []
    q, m1, m2 = p
    part = lambda x, m: 1 - exp(-x / m) * (1 + x / m)
    return (lambda x: q * exp(-x / m1) + (1 - q) * exp(-x / m2)), \
        (lambda x: -q * mp.expm1(-x / m1) - (1 - q) * mp.expm1(-x / m2)), \
        (lambda x: q * m1 * part(x, m1) + (1 - q) * m2 * part(x, m2)), []


def panels(low, high, first):
    """Panels that double away from both ends; an infinite end is left to `high`."""
    ends, step, x = [low], first, low
    middle = (low + high) / 2
    while x + step < middle:
        x += step
        ends.append(x)
        step *= 2
    return ends + [low + high - e for e in reversed(ends)]


def row(r):
    lam = mpf(r["calls_per_hour"]) / 3600
    aht, n, T = mpf(r["aht_s"]), int(r["n"]), mpf(r["T_s"])
    rate = n / aht
    survival, failure, partial, corners = law(r["patience"], r["params"])
    E = lambda x: lam * (x * survival(x) + partial(x)) - rate * x
    peak = mpf(0)
    if lam > rate:
        low, high = mpf(0), mpf(10) ** 7
        for _ in range(220):
            middle = (low + high) / 2
            low, high = (middle, high) if lam * survival(middle) > rate else (low, middle)
        peak = low
    end = max([T, peak] + corners)
    step = 1 / rate
    while E(end + step) > E(end) - 200:
        step *= 2
    cuts = sorted(set([mpf(0), T, peak, end + step] + corners))
    cuts = [c for i, c in enumerate(cuts) if i == 0 or c - cuts[i - 1] > mpf(10) ** -30]
    zero = dict.fromkeys(["all", "served", "lost", "wait"], mpf(0))
    within, beyond = dict(zero), dict(zero)
    for low, high in zip(cuts, cuts[1:]):
        into = within if high <= T else beyond
        tiny = mpf(10) ** -40
        ends = panels(low, high, min(mpf(10) ** -4 / rate, (high - low) / 8))
        for a, b in zip(ends, ends[1:]):
            # Just inside, so that a corner belongs to the panel it closes.
            f = lambda x, w: w(min(max(x, low + tiny), high - tiny)) * exp(E(x))
            into["all"] += lam * quad(lambda x: f(x, lambda y: 1), [a, b])
            into["served"] += lam * quad(lambda x: f(x, survival), [a, b])
            into["lost"] += lam * quad(lambda x: f(x, failure), [a, b])
            into["wait"] += lam * quad(lambda x: f(x, partial), [a, b])
    load, free, term = lam * aht, mpf(0), mpf(1)
    for j in range(n - 1, -1, -1):
        free += term
        term *= j / load
    total = free + within["all"] + beyond["all"]
    lost = within["lost"] + beyond["lost"]
    answered = free + within["served"] + beyond["served"]
    in_time = free + within["served"]
    lost_in_time = within["lost"] + failure(T) * beyond["all"]
    return dict(r, p_abandon=lost / total, wait_abandoned_s=(within["wait"] + beyond["wait"]) / lost,
                sl_offered=in_time / total, sl_excl_short_abandons=in_time / (in_time + survival(T) * beyond["all"]),
                sl_answered=in_time / answered, sl_answered_plus_abandoned=(in_time + lost_in_time) / total,
                abandoned_within_T=lost_in_time / total, p_offered_wait_gt_T=beyond["all"] / total)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    print("# M/M/n+G rows with values below 1e-20, recomputed by mmn_g_tails.py; columns as in mmn_g_patience.csv.")
    print(",".join(COLUMNS))
    for r in rows:
        # A zero of abandoned_within_T is exact (nobody leaves before D); one of P(V > T) never is.
        small = any(0 < float(r[c]) < 1e-20 for c in TAILS) or float(r["p_offered_wait_gt_T"]) == 0
        if small:
            exact = row(r)
            print(",".join(c if isinstance(c, str) else mp.nstr(c, 18) for c in (exact[k] for k in COLUMNS)), flush=True)


if __name__ == "__main__":
    main()
