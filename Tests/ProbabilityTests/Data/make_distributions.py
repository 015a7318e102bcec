"""Exact values for DistributionReferenceTests, 40 digits inside, 20 written. Needs mpmath 1.3.

    python3 make_distributions.py > distributions.csv
"""
from mpmath import mp, mpf, gammainc, betainc, ncdf, erfinv, log, exp, sqrt, findroot, gamma, binomial, nstr, rf, fac

mp.dps = 40


def row(function, a, b, x, value):
    print(f"{function},{a},{b},{x},{nstr(value, 20)}")


print("function,a,b,x,value")
for a, x in [("0.1", "0.05"), ("0.5", "3"), ("1", "1"), ("2.5", "0.01"), ("10", "12"), ("10", "60"), ("100", "80"),
             ("100", "130"), ("1000", "1000"), ("1e5", "1.005e5"), ("1e6", "999000")]:
    q = gammainc(mpf(a), mpf(x), mp.inf, regularized=True)
    row("gamma_upper", a, 0, x, q)
    row("gamma_lower", a, 0, x, gammainc(mpf(a), 0, mpf(x), regularized=True))
for a, b, x in [("0.5", "0.5", "0.3"), ("2", "3", "0.001"), ("5", "1", "0.99"), ("50", "70", "0.4"), ("0.01", "4", "0.2"),
                ("1000", "900", "0.55"), ("3", "1e4", "0.0002"), ("25", "0.5", "0.8")]:
    row("beta_lower", a, b, x, betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True))
    row("beta_upper", a, b, x, betainc(mpf(a), mpf(b), mpf(x), 1, regularized=True))
for x in ["-37", "-8", "-3", "-0.5", "0", "0.1", "1.96", "5"]:
    row("normal_cumulative", 0, 0, x, ncdf(mpf(x)))
for p in ["1e-300", "1e-20", "1e-9", "0.001", "0.024999", "0.07", "0.1", "0.3", "0.5", "0.75", "0.925", "0.975", "0.9999"]:
    z = findroot(lambda t: log(ncdf(t)) - log(mpf(p)) if mpf(p) < 0.5 else ncdf(t) - mpf(p),
                 -sqrt(-2 * log(mpf(p))) if mpf(p) < mpf("1e-3") else sqrt(2) * erfinv(2 * mpf(p) - 1))
    row("normal_quantile", 0, 0, p, z)


def student(n, x):
    tail = betainc(n / 2, mpf(1) / 2, 0, n / (n + x * x), regularized=True) / 2
    return tail if x < 0 else 1 - tail


for n, x in [("1", "-3"), ("2.5", "0.4"), ("9", "2.262"), ("30", "-5"), ("999", "1.5")]:
    row("student_cumulative", n, 0, x, student(mpf(n), mpf(x)))
for n, p in [("1", "0.975"), ("2", "0.9"), ("3", "0.001"), ("4", "0.975"), ("9", "0.975"), ("9", "0.9995"), ("29", "0.975"),
             ("99", "0.975"), ("999", "0.975"), ("5", "0.3")]:
    start = {("1", "0.975"): 12.7, ("3", "0.001"): -10.2, ("9", "0.9995"): 4.78}.get((n, p), sqrt(2) * erfinv(2 * mpf(p) - 1))
    row("student_quantile", n, 0, p, findroot(lambda t: student(mpf(n), t) - mpf(p), start))
for m, k in [("0.1", 0), ("0.1", 3), ("16", 12), ("400", 500), ("1e5", 100300)]:
    row("poisson_density", m, 0, k, exp(k * log(mpf(m)) - mpf(m) - log(fac(k))))
    row("poisson_cumulative", m, 0, k, gammainc(k + 1, mpf(m), mp.inf, regularized=True))


def nb_density(m, s, k):
    m, s = mpf(m), mpf(s)
    return rf(s, k) / fac(k) * (s / (s + m)) ** s * (m / (s + m)) ** k


for m, s, k in [("3", "0.5", 0), ("3", "0.5", 9), ("16", "8", 20), ("200", "2.5", 30), ("5000", "40", 5400), ("16", "1e7", 12)]:
    row("negative_binomial_density", m, s, k, nb_density(m, s, k))
    row("negative_binomial_cumulative", m, s, k, sum(nb_density(m, s, i) for i in range(k + 1)))
for m, p in [("0.1", "0.5"), ("0.1", "0.95"), ("16", "0.025"), ("16", "0.9"), ("400", "0.999"), ("1e5", "0.1")]:
    k, c = int(max(0, mpf(m) - 8 * sqrt(mpf(m)))), mpf(0)
    c = gammainc(k + 1, mpf(m), mp.inf, regularized=True)
    while c < mpf(p):
        k += 1
        c += exp(k * log(mpf(m)) - mpf(m) - log(fac(k)))
    row("poisson_quantile", m, 0, p, mpf(k))
for m, s, p in [("3", "0.5", "0.1"), ("3", "0.5", "0.9"), ("16", "8", "0.975"), ("200", "2.5", "0.025"), ("5000", "40", "0.9")]:
    k, c = 0, nb_density(m, s, 0)
    while c < mpf(p):
        k += 1
        c += nb_density(m, s, k)
    row("negative_binomial_quantile", m, s, p, mpf(k))
for a, p in [("0.05", "0.5"), ("0.5", "0.01"), ("1", "0.9"), ("2.5", "1e-6"), ("40", "0.025"), ("40", "0.999"), ("1e4", "0.3")]:
    a_, p_ = mpf(a), mpf(p)
    lo, hi = mpf(0), a_ * 3 + 60
    for _ in range(220):
        mid = (lo + hi) / 2
        if gammainc(a_, 0, mid, regularized=True) < p_:
            lo = mid
        else:
            hi = mid
    row("gamma_quantile", a, 0, p, lo)
