"""Maximum likelihood fits of censored patience and of handle times by SciPy, for EstimationReferenceTests.

Usage: python3 estimation_reference.py > estimation_fits.csv   (also writes estimation_times.csv)

The times are drawn by numpy's PCG64 with the seeds below and rounded to 3 decimals, so that the file holds what was
fitted. Likelihoods are maximized by scipy.optimize (Nelder-Mead, xatol 1e-10, fatol 1e-12, from several starts);
standard errors are square roots of the inverse Hessian by mpmath's 30-digit central differences.
"""
import csv, sys
import mpmath as mp
import numpy as np
from scipy import optimize, special, stats

mp.mp.dps = 40

def observed(patience, offered_wait):
    t = np.round(np.minimum(patience, offered_wait), 3)
    e = patience < offered_wait
    keep = t > 0
    return t[keep], e[keep]

rng = np.random.Generator(np.random.PCG64(20260309))
sets = {}
sets["weibull"] = observed(90 * rng.weibull(0.7, 600), rng.exponential(60, 600))
long = rng.random(600) < 0.3
sets["hyperexponential"] = observed(np.where(long, rng.exponential(400, 600), rng.exponential(25, 600)), rng.exponential(120, 600))
sets["exponential"] = observed(rng.exponential(120, 400), rng.exponential(80, 400))
handles = {"lognormal": np.round(rng.lognormal(5, 0.7, 500), 3), "gamma": np.round(rng.gamma(2.2, 90, 500), 3)}

with open("estimation_times.csv", "w", newline="") as f:
    w = csv.writer(f, lineterminator="\n"); w.writerow(["set", "seconds", "event"])
    for name, (t, e) in sets.items():
        for a, b in zip(t, e): w.writerow([name, f"{a:.3f}", int(b)])
    for name, t in handles.items():
        for a in t: w.writerow(["handle-" + name, f"{a:.3f}", 1])

def fit(negative, starts):
    best = None
    for s in starts:
        r = optimize.minimize(negative, s, method="Nelder-Mead", options=dict(xatol=1e-11, fatol=1e-13, maxiter=20000, maxfev=20000))
        for _ in range(3):
            r = optimize.minimize(negative, r.x, method="Nelder-Mead", options=dict(xatol=1e-11, fatol=1e-13, maxiter=20000, maxfev=20000))
        if best is None or r.fun < best.fun: best = r
    return best

def hessian(f, x):
    n = len(x); h = mp.mpf("1e-9"); H = mp.matrix(n, n)
    x = [mp.mpf(float(v)) for v in x]
    def at(*shifts):
        y = list(x)
        for i, s in shifts: y[i] += s
        return f(y)
    for i in range(n):
        for j in range(n):
            H[i, j] = (at((i, h), (j, h)) - at((i, h), (j, -h)) - at((i, -h), (j, h)) + at((i, -h), (j, -h))) / (4 * h * h)
    return H

rows = []
for name, (t, e) in sets.items():
    d = e.sum()
    # exponential
    theta = t.sum() / d
    ll = -d * (np.log(theta) + 1)
    lo = 2 * t.sum() / stats.chi2.ppf(0.975, 2 * d + 2); hi = 2 * t.sum() / stats.chi2.ppf(0.025, 2 * d)
    rows.append([name, "exponential", theta, lo, hi, "", "", ll])
    # weibull
    def nw(p):
        k, s = np.exp(p)
        z = t / s
        return -(np.sum(e * (np.log(k / s) + (k - 1) * np.log(z))) - np.sum(z ** k))
    r = fit(nw, [[0.0, np.log(theta)], [-0.5, np.log(theta)]])
    def nwm(p):
        k, s = mp.e ** p[0], mp.e ** p[1]
        return -mp.fsum((mp.log(k / s) + (k - 1) * mp.log(mp.mpf(float(a)) / s) if b else 0) - (mp.mpf(float(a)) / s) ** k for a, b in zip(t, e))
    C = hessian(nwm, r.x) ** -1
    k, s = np.exp(r.x)
    mean = s * special.gamma(1 + 1 / k)
    g0 = -special.digamma(1 + 1 / k) / k
    sem = float(mp.sqrt(g0 * g0 * C[0, 0] + 2 * g0 * C[0, 1] + C[1, 1]))
    rows.append([name, "weibull", mean, mean * np.exp(-1.959963984540054 * sem), mean * np.exp(1.959963984540054 * sem), k, "", -r.fun])
    # hyperexponential
    def nh(p):
        q = 1 / (1 + np.exp(-p[0])); a, b = np.exp(p[1]), np.exp(p[2])
        if not (1e-3 < a < 1e6 and 1e-3 < b < 1e6): return np.inf
        f = (1 - q) / a * np.exp(-t / a) + q / b * np.exp(-t / b); S = (1 - q) * np.exp(-t / a) + q * np.exp(-t / b)
        return -np.sum(np.where(e, np.log(f), np.log(S)))
    r = fit(nh, [[0, np.log(0.3 * theta), np.log(2 * theta)], [1.4, np.log(.1 * theta), np.log(1.5 * theta)], [-1.4, np.log(.6 * theta), np.log(4 * theta)]])
    x = r.x if r.x[1] < r.x[2] else np.array([-r.x[0], r.x[2], r.x[1]])
    q = 1 / (1 + np.exp(-x[0])); a, b = np.exp(x[1]), np.exp(x[2]); mean = (1 - q) * a + q * b
    if name == "hyperexponential":
        def nhm(p):
            q = 1 / (1 + mp.e ** -p[0]); a, b = mp.e ** p[1], mp.e ** p[2]
            return -mp.fsum(mp.log((1 - q) / a * mp.e ** (-mp.mpf(float(u)) / a) + q / b * mp.e ** (-mp.mpf(float(u)) / b)) if v else mp.log((1 - q) * mp.e ** (-mp.mpf(float(u)) / a) + q * mp.e ** (-mp.mpf(float(u)) / b)) for u, v in zip(t, e))
        C = hessian(nhm, x) ** -1
        g = [q * (1 - q) * (b - a) / mean, (1 - q) * a / mean, q * b / mean]
        v = sum(g[i] * C[i, j] * g[j] for i in range(3) for j in range(3)); sem = float(mp.sqrt(v))
        rows.append([name, "hyperexponential", mean, mean * np.exp(-1.959963984540054 * sem), mean * np.exp(1.959963984540054 * sem), q, b / a, -r.fun])
for name, t in handles.items():
    n = len(t)
    ll_e = -n * (np.log(t.mean()) + 1)
    L = np.log(t); s2 = L.var()
    ll_l = stats.lognorm.logpdf(t, np.sqrt(s2), scale=np.exp(L.mean())).sum()
    a = optimize.brentq(lambda a: np.log(a) - special.digamma(a) - np.log(t.mean()) + L.mean(), 1e-3, 1e4, xtol=1e-14, rtol=1e-14)
    ll_g = stats.gamma.logpdf(t, a, scale=t.mean() / a).sum()
    rows.append(["handle-" + name, "exponential", t.mean(), "", "", 1, "", ll_e])
    rows.append(["handle-" + name, "lognormal", t.mean(), "", "", np.sqrt(np.expm1(s2)), "", ll_l])
    rows.append(["handle-" + name, "gamma", t.mean(), "", "", 1 / np.sqrt(a), "", ll_g])
w = csv.writer(sys.stdout, lineterminator="\n"); w.writerow(["set", "family", "mean", "lower", "upper", "first", "second", "log_likelihood"])
for r in rows: w.writerow([v if isinstance(v, str) else f"{float(v):.12g}" for v in r])
