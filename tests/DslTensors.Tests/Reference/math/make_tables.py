"""Writes the tables in this folder: arguments and correctly rounded results of the lane functions, as hexadecimal bits.

Run with Python 3 and mpmath (1.3): python3 make_tables.py
Each NAME.float.txt and NAME.double.txt has one case a line: the bits of the argument (or arguments) and of the result.
"""
import random
import struct
import mpmath
from mpmath import mp, mpf

COUNT = {"float": 1500, "double": 900}
FORMATS = {"float": (24, -149, 127, "<f", "<I", 8), "double": (53, -1074, 1023, "<d", "<Q", 16)}


def bits(kind, x):
    _, _, _, f, i, digits = FORMATS[kind]
    return f"{struct.unpack(i, struct.pack(f, x))[0]:0{digits}x}"


def rounded(kind, y, negative_zero):
    """The nearest number of the format, ties to even, as a Python float."""
    precision, least, greatest, _, _, _ = FORMATS[kind]
    if mpmath.isnan(y):
        return float("nan")
    if mpmath.isinf(y):
        return float("inf") if y > 0 else float("-inf")
    if y == 0:
        return -0.0 if negative_zero else 0.0
    sign, man, exp, _ = mpf(y)._mpf_
    if man.bit_length() + exp < least - 1:
        return -0.0 if sign else 0.0
    if man.bit_length() + exp - 1 > greatest:
        return float("-inf") if sign else float("inf")
    drop = max(man.bit_length() - precision, least - exp)
    if drop > 0:
        whole, rest = divmod(man, 1 << drop)
        half = 1 << (drop - 1)
        if rest > half or (rest == half and whole & 1):
            whole += 1
        man, exp = whole, exp + drop
    if man.bit_length() + exp - 1 > greatest:
        return float("-inf") if sign else float("inf")
    value = mpmath.ldexp(mpf(man), exp)
    value = float(value) if man else 0.0
    return -value if sign else value


def from_bits(kind, n):
    _, _, _, f, i, _ = FORMATS[kind]
    return struct.unpack(f, struct.pack(i, n))[0]


def to_format(kind, x):
    try:
        return struct.unpack(FORMATS[kind][3], struct.pack(FORMATS[kind][3], x))[0]
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


INF, NAN = float("inf"), float("nan")


def real(f, low=-INF, high=INF):
    """f inside its domain, NaN outside."""
    return lambda x: mpf("nan") if x < low or x > high else f(x)


def trig(f):
    def g(x):
        if mpmath.isinf(x):
            return mpf("nan")
        mp.prec = 1400 if abs(x) > 1e3 else 300
        y = f(x)
        mp.prec = 300
        return +y
    return g


def sigmoid(x):
    if mpmath.isinf(x):
        return mpf(1) if x > 0 else mpf(0)
    return 1 / (1 + mpmath.exp(-x))


def cbrt(x):
    return -mpmath.cbrt(-x) if x < 0 else mpmath.cbrt(x)


def asinh(x):
    return -mpmath.asinh(-x) if x < 0 else mpmath.asinh(x)


def pole(f):
    """f with the logarithm's pole at 0."""
    return lambda x: mpf("-inf") if x == 0 else mpf("inf") if mpmath.isinf(x) else f(x)


def atanh(x):
    return mpf("inf") if x == 1 else mpf("-inf") if x == -1 else mpmath.atanh(x)


def log1p(x):
    return mpf("-inf") if x == -1 else mpf("inf") if mpmath.isinf(x) else mpmath.log1p(x)


def saturating(f, at_minus, at_plus):
    return lambda x: mpf(at_plus if x > 0 else at_minus) if mpmath.isinf(x) else f(x)


ODD = {"sin", "tan", "sinh", "tanh", "asin", "atan", "asinh", "atanh", "cbrt", "erf", "expm1", "log1p"}
UNARY = {
    "exp": (saturating(mpmath.exp, 0, "inf"), [(-110, 90), (-1, 1), (-760, 720)]),
    "exp2": (saturating(lambda x: mpf(2) ** x, 0, "inf"), [(-150, 128), (-1, 1), (-1080, 1024)]),
    "expm1": (saturating(mpmath.expm1, -1, "inf"), [(-40, 90), (-1, 1), (-2, 710)]),
    "log": (real(pole(mpmath.log), 0), [(0, 2), (0.7, 1.5), (0, 100)]),
    "log2": (real(pole(lambda x: mpmath.log(x) / mpmath.log(2)), 0), [(0, 2), (0.7, 1.5), (0, 100)]),
    "log10": (real(pole(lambda x: mpmath.log(x) / mpmath.log(10)), 0), [(0, 2), (0.7, 1.5), (0, 100)]),
    "log1p": (real(log1p, -1), [(-1, 1), (-0.4, 0.5), (0, 100)]),
    "sin": (trig(mpmath.sin), [(-4, 4), (-100, 100), (-40000, 40000), (-2e6, 2e6)]),
    "cos": (trig(mpmath.cos), [(-4, 4), (-100, 100), (-40000, 40000), (-2e6, 2e6)]),
    "tan": (trig(mpmath.tan), [(-4, 4), (-100, 100), (-40000, 40000), (-2e6, 2e6)]),
    "sinh": (saturating(mpmath.sinh, "-inf", "inf"), [(-2, 2), (-90, 90), (-711, 711)]),
    "cosh": (saturating(mpmath.cosh, "inf", "inf"), [(-2, 2), (-90, 90), (-711, 711)]),
    "tanh": (saturating(mpmath.tanh, -1, 1), [(-1, 1), (-20, 20)]),
    "asin": (real(mpmath.asin, -1, 1), [(-1, 1), (0.4, 0.6), (0.99, 1)]),
    "acos": (real(mpmath.acos, -1, 1), [(-1, 1), (0.4, 0.6), (0.99, 1)]),
    "atan": (mpmath.atan, [(-1, 1), (-3, 3), (-50, 50), (0.3, 0.5), (2.2, 2.6)]),
    "asinh": (asinh, [(-1, 1), (-10, 10)]),
    "acosh": (real(mpmath.acosh, 1), [(1, 1.1), (1, 2), (1, 100)]),
    "atanh": (real(atanh, -1, 1), [(-1, 1), (-0.1, 0.1), (0.9, 1)]),
    "cbrt": (cbrt, [(-10, 10), (0, 1)]),
    "erf": (mpmath.erf, [(-1, 1), (-4, 4), (0.9, 1.1), (-6, 6)]),
    "sigmoid": (sigmoid, [(-10, 10), (-110, 30), (-750, 40)]),
}


def edges(kind):
    precision, least, greatest, _, _, _ = FORMATS[kind]
    top = (2 - 2.0 ** (1 - precision)) * 2.0 ** greatest
    for x in (0.0, 0.25, 0.5, 0.55, 1.0, 2.0, 3.0, 10.0, 100.0, 1000.0, 1e10, 2.0 ** least, 2.0 ** (least + 5), 2.0 ** -126, top, INF):
        yield x
        yield -x
    yield NAN
    for x in (1.0, 0.5, 2.0):
        b = int(bits(kind, x), 16)
        for d in (-2, -1, 1, 2):
            yield from_bits(kind, b + d)
            yield -from_bits(kind, b + d)
    if kind == "double":
        for x in (1e300, 1e22, 709.782712893384, 709.7827128933841, -745.1332191019411, -745.1332191019412, 710.4758600739439, 1e15):
            yield x
    for x in (1e30, 88.72283, 88.72284, -103.97207, -103.97208, 89.41598, 89.41599, 16777216.0):
        yield to_format(kind, x)
    for k in (1, 2, 3, 7, 22, 355, 1000, 12345, 651919):
        for x in (k * 1.5707963267948966, k * 0.7853981633974483):
            yield to_format(kind, x)
    for e in range(-10, 23, 3):
        yield to_format(kind, 10.0 ** e)
        yield 2.0 ** e


def any_bits(kind, rng):
    return from_bits(kind, rng.getrandbits(32 if kind == "float" else 64))


def arguments(kind, ranges, rng):
    yield from edges(kind)
    for n in range(COUNT[kind]):
        low, high = ranges[n % len(ranges)]
        yield to_format(kind, rng.uniform(low, high)) if n % 3 else any_bits(kind, rng)


def unary(name, kind):
    f, ranges = UNARY[name]
    rng = random.Random(name + kind)
    with open(f"{name}.{kind}.txt", "w") as out:
        for x in arguments(kind, ranges, rng):
            y = mpf("nan") if x != x else f(mpf(x))
            negative_zero = bits(kind, x)[0] in "89abcdef" and name in ODD
            out.write(f"{bits(kind, x)} {bits(kind, rounded(kind, y, negative_zero))}\n")


def binary(name, kind, f, pairs):
    with open(f"{name}.{kind}.txt", "w") as out:
        for a, b in pairs:
            y = f(mpf(a), mpf(b))
            out.write(f"{bits(kind, a)} {bits(kind, b)} {bits(kind, rounded(kind, y, False))}\n")


def pow_pairs(kind):
    """Powers of positive numbers; C's special cases are tested by rule."""
    rng = random.Random("pow" + kind)
    limit = 88 if kind == "float" else 709
    for n in range(COUNT[kind]):
        a = to_format(kind, rng.uniform(0, 4) if n % 4 else 10.0 ** rng.uniform(-30, 30))
        if n % 5 == 0:
            a = to_format(kind, 1 + rng.uniform(-1e-3, 1e-3))
        if n % 7 == 0:
            a = abs(any_bits(kind, rng))
        if not 0 < a < INF:
            continue
        scale = abs(float(mpmath.log(mpf(a))))
        b = rng.uniform(-1.15, 1.05) * limit / scale if n % 2 and scale else rng.uniform(-10, 10)
        yield a, to_format(kind, b)
        yield a, to_format(kind, rng.choice([0.5, -0.5, 1.0, 2.0, 3.0, -1.0, 1 / 3, 1.5, 10.0]))


def atan2_pairs(kind):
    """Finite coordinates, not zero; the special cases are tested by rule."""
    rng = random.Random("atan2" + kind)
    for n in range(COUNT[kind]):
        if n % 3 == 0:
            a, b = any_bits(kind, rng), any_bits(kind, rng)
        elif n % 3 == 1:
            a, b = rng.uniform(-1, 1), rng.uniform(-1, 1)
        else:
            e = rng.uniform(-44, 38) if kind == "float" else rng.uniform(-322, 307)
            a, b = rng.uniform(-3, 3) * 10.0 ** e, rng.uniform(-3, 3) * 10.0 ** e
        a, b = to_format(kind, a), to_format(kind, b)
        if a != 0 and b != 0 and abs(a) < INF and abs(b) < INF:
            yield a, b


def atan2(y, x):
    mp.prec = 3000 if abs(y) * mpf(2) ** 200 < abs(x) or abs(x) * mpf(2) ** 200 < abs(y) else 300
    result = mpmath.atan2(y, x)
    mp.prec = 300
    return +result


if __name__ == "__main__":
    mp.prec = 300
    for kind in FORMATS:
        for name in UNARY:
            unary(name, kind)
        binary("pow", kind, lambda a, b: mpmath.power(a, b), pow_pairs(kind))
        binary("atan2", kind, atan2, atan2_pairs(kind))
