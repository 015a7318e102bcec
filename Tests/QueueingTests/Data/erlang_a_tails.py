"""Writes erlang_a_tails.csv: the rows of erlang_a.csv that hold a probability below 1e-50, again.

erlang_a.csv was computed at 60 digits with sums cut off where a term no longer changed the total, so its
smallest values are the first term of a series, or what is left of a difference. Here the same
birth-death chain is summed at 400 digits until terms fall below 1e-380. Needs mpmath.
"""

import csv

from mpmath import exp, mp, mpf, nstr

mp.dps = 400
TINY = mpf(10) ** -380


def case(row):
    lam = mpf(row["calls_per_hour"]) / 3600
    mu = 1 / mpf(row["aht_s"])
    theta = 1 / mpf(row["patience_s"])
    n, T = int(row["n"]), mpf(row["T_s"])
    a, c, u = lam / mu, n * mu / theta, exp(-theta * T)
    below, weight = mpf(0), mpf(1)  # in units of p_{n-1}
    for free in range(n - 1, -1, -1):
        below += weight
        weight *= free / a
    # An arrival with k ahead waits V_k with exp(-theta V_k) ~ Beta(c, k+1).
    weight = a / n
    total, waits, lost, late = below, mpf(0), mpf(0), mpf(0)
    served_wait, served_in, lost_in, lost_wait = mpf(0), mpf(0), mpf(0), mpf(0)
    term, Q = u**c, u**c
    term1, Q1 = u ** (c + 1), u ** (c + 1)
    harmonic, k = 1 / (c + 1), 0
    while True:
        served = c / (c + k + 1)
        in_time = served * (1 - Q1)
        total += weight
        waits += weight
        lost += weight * (1 - served)
        late += weight * Q
        served_wait += weight * served * harmonic / theta
        served_in += weight * in_time
        lost_in += weight * (1 - u * Q - in_time)
        lost_wait += weight * (k + 1 - c * harmonic) / (c + k + 1) / theta
        k += 1
        weight *= lam / (n * mu + k * theta)
        term *= (1 - u) * (c + k - 1) / k
        Q += term
        term1 *= (1 - u) * (c + k) / k
        Q1 += term1
        harmonic += 1 / (c + k + 1)
        if weight < TINY * waits and lam < n * mu + k * theta:
            break
    return {
        "p_wait": waits / total,
        "p_abandon": lost / total,
        "asa_served_s": served_wait / (total - lost),
        "wait_abandoned_s": lost_wait / lost,
        "wait_given_delayed_s": lost / theta / waits,
        "sl_offered": (below + served_in) / total,
        "sl_excl_short_abandons": (below + served_in) / (total - lost_in),
        "sl_answered": (below + served_in) / (total - lost),
        "abandoned_within_T": lost_in / total,
        "p_offered_wait_gt_T": late / total,
    }


with open("erlang_a.csv") as file:
    rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
keys = ["calls_per_hour", "aht_s", "n", "patience_s", "T_s"]
tails = ["p_wait", "p_abandon", "sl_offered", "abandoned_within_T", "p_offered_wait_gt_T"]
with open("erlang_a_tails.csv", "w") as out:
    print("# Written by erlang_a_tails.py; columns as in erlang_a.csv, 25 digits of 400.", file=out)
    header = None
    for row in rows:
        T_is_0 = row["T_s"] == "0"
        small = [t for t in tails if abs(mpf(row[t])) < mpf(10) ** -50]
        if small and not (T_is_0 and small == ["abandoned_within_T"]):
            values = case(row)
            if header is None:
                header = keys + list(values)
                print(",".join(header), file=out)
            cells = [row[k] for k in keys] + [nstr(v, 25) for v in values.values()]
            print(",".join(cells), file=out)
