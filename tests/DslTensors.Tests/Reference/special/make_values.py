"""Exact values of special functions, by mpmath in 40 digits.

    /usr/bin/python3 make_values.py        # Debian's python3-mpmath; writes values.json beside this file

Each function has points [x, value] or [x, y, value]; the points are spread over the range of double, near poles and zeros too.
"""

import json
import os
import random

import mpmath as mp

mp.mp.dps = 40
random.seed(0)
REAL = [-170.3, -20.7, -5.25, -2.5, -1.001, -0.5, -1e-3, 1e-300, 1e-8, 0.01, 0.3, 0.499, 0.7, 0.999, 1.0000001, 1.4616, 1.7, 1.9999, 2.0001, 2.6, 3.5, 7.25, 11.9, 12.1, 40.0, 300.5, 1e6, 1e15]
BOTH = [-300.0, -40.5, -29.9, -12.0, -3.7, -1.0, -0.2, -1e-5, 1e-12, 0.03, 0.49, 0.51, 1.3, 2.9, 5.0, 9.5, 24.9, 25.1, 29.9, 30.1, 60.0, 300.0]
POSITIVE = [x for x in BOTH if x > 0]
SHARES = [1e-300, 1e-20, 1e-6, 0.01, 0.2, 0.4999, 0.6, 0.9, 0.99999]

POINTS = {
    "Lgamma": (lambda x: mp.log(abs(mp.gamma(x))), REAL),
    "Digamma": (lambda x: mp.digamma(x), [x for x in REAL if x > -100]),
    "Erfc": (mp.erfc, [x for x in BOTH if x < 26]),
    "Erfcx": (lambda x: mp.exp(x * x) * mp.erfc(x), [x for x in BOTH if x > -20]),
    "Erfinv": (mp.erfinv, [-0.999999, -0.7, -0.5001, -0.4999, -0.1, 1e-12, 0.3, 0.51, 0.95, 0.9999999999]),
    "Ndtr": (lambda x: mp.erfc(-x / mp.sqrt(2)) / 2, [x for x in BOTH if x > -37]),
    "Ndtri": (lambda p: mp.sqrt(2) * mp.erfinv(2 * p - 1) if p > mp.mpf("1e-7") else mp.findroot(lambda y: mp.log(mp.erfc(-y / mp.sqrt(2)) / 2) - mp.log(p), -mp.sqrt(-2 * mp.log(p))), SHARES),
    "LogNdtr": (lambda x: mp.log1p(-mp.erfc(x / mp.sqrt(2)) / 2) if x > 0 else mp.log(mp.erfc(-x / mp.sqrt(2)) / 2), BOTH),
    "I0": (lambda x: mp.besseli(0, x), BOTH),
    "I1": (lambda x: mp.besseli(1, x), BOTH),
    "I0e": (lambda x: mp.besseli(0, x) * mp.exp(-abs(x)), BOTH),
    "I1e": (lambda x: mp.besseli(1, x) * mp.exp(-abs(x)), BOTH),
    "ModifiedBesselK0": (lambda x: mp.besselk(0, x), POSITIVE),
    "ModifiedBesselK1": (lambda x: mp.besselk(1, x), POSITIVE),
    "ScaledModifiedBesselK0": (lambda x: mp.besselk(0, x) * mp.exp(x), POSITIVE + [5000.0]),
    "ScaledModifiedBesselK1": (lambda x: mp.besselk(1, x) * mp.exp(x), POSITIVE + [5000.0]),
    "BesselJ0": (lambda x: mp.besselj(0, x), BOTH),
    "BesselJ1": (lambda x: mp.besselj(1, x), BOTH),
    "BesselY0": (lambda x: mp.bessely(0, x), POSITIVE),
    "BesselY1": (lambda x: mp.bessely(1, x), POSITIVE),
    "SphericalBesselJ0": (lambda x: mp.sin(x) / x, BOTH),
}
PAIRS = {
    "Igamma": (lambda a, x: mp.gammainc(a, 0, x, regularized=True), [(0.1, 0.01), (0.5, 2.0), (3.0, 2.9), (3.0, 4.5), (20.0, 12.0), (20.0, 31.0), (95.0, 100.0)]),
    "Igammac": (lambda a, x: mp.gammainc(a, x, mp.inf, regularized=True), [(0.1, 0.01), (0.5, 2.0), (3.0, 2.9), (3.0, 4.5), (20.0, 12.0), (20.0, 31.0), (95.0, 100.0)]),
    "Zeta": (lambda s, q: mp.zeta(s, q), [(1.01, 1.0), (1.5, 0.3), (2.0, 1.0), (3.5, 7.25), (12.0, 0.01), (4.0, 50.0)]),
}


def main():
    values = {}
    for name, (function, points) in POINTS.items():
        values[name] = [[x, float(function(mp.mpf(x)))] for x in points]
    for name, (function, points) in PAIRS.items():
        values[name] = [[x, y, float(function(mp.mpf(x), mp.mpf(y)))] for x, y in points]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "values.json"), "w") as file:
        json.dump(values, file, indent=1)
    print(sum(map(len, values.values())), "values")


if __name__ == "__main__":
    main()
