#!/usr/bin/env python3
"""Rows of chat_balanced.csv that hold probabilities below 1e-50, computed again at 200 digits.

Usage: chat_tails.py chat_balanced.csv > chat_tails.csv      (needs mpmath)

The table's sums over waiting customers stopped where a term no longer changed a total near 1, so its smallest
values are the first term of a series. Here they run until a term no longer changes their own sum.
"""

import csv
import sys

from mpmath import mp, mpf

mp.dps = 200
KEYS = ["chats_per_hour", "aht_s", "n", "max_sessions", "slowdown", "patience_s", "T_s"]


def tails(r):
    lam = mpf(r["chats_per_hour"]) / 3600
    aht, theta, g = mpf(r["aht_s"]), 1 / mpf(r["patience_s"]), mpf(r["slowdown"])
    n, k = int(r["n"]), int(r["max_sessions"])
    pace = [mpf(c) / (aht * (1 + g * (c - 1))) if c else mpf(0) for c in range(k + 2)]
    death = lambda j: (j % n) * pace[j // n + 1] + (n - j % n) * pace[j // n]
    weight, total = mpf(1), mpf(0)
    for j in range(n * k):
        total += weight
        weight *= lam / death(j + 1) if j + 1 < n * k else lam / (n * pace[k])
    waiting, queue, i, most = mpf(0), mpf(0), 0, n * pace[k]
    while weight > waiting * mpf(10) ** -190 or lam > most + i * theta:
        waiting += weight
        queue += i * weight
        i += 1
        weight *= lam / (most + i * theta)
    total += waiting
    return waiting / total, theta * queue / total / lam, queue / total


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    print("# Rows of chat_balanced.csv with probabilities below 1e-50, recomputed by chat_tails.py; columns as there.")
    print(",".join(KEYS + ["p_wait", "p_abandon", "lq"]))
    for r in rows:
        if float(r["p_wait"]) < 1e-50:
            print(",".join([r[k] for k in KEYS] + [mp.nstr(v, 25) for v in tails(r)]))


if __name__ == "__main__":
    main()
