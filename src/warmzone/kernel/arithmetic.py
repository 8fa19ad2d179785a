"""Own exponential, logarithm and normal quantile: the same bits on every processor.

Only + − × ÷, sqrt, comparisons and exact scaling by powers of two are used.
"""

import math

from warmzone.kernel.compiled import compiled

_LN2_HIGH = 6.93147180369123816490e-01
_LN2_LOW = 1.90821492927058770002e-10
_SQRT_HALF = 0.7071067811865476


@compiled
def natural_log(x: float) -> float:
    """Natural logarithm of a positive number; relative error below 1e-14."""
    mantissa, exponent = math.frexp(x)
    if mantissa < _SQRT_HALF:
        mantissa = mantissa * 2.0
        exponent = exponent - 1
    f = (mantissa - 1.0) / (mantissa + 1.0)
    square = f * f
    total = 0.0
    for k in range(25, 0, -2):
        total = total * square + 1.0 / k
    return 2.0 * f * total + exponent * _LN2_LOW + exponent * _LN2_HIGH


@compiled
def exponential(x: float) -> float:
    """E to the power x for |x| below 700; relative error below 1e-14."""
    k = math.floor(x / 0.6931471805599453 + 0.5)
    r = (x - k * _LN2_HIGH) - k * _LN2_LOW
    total = 1.0
    for n in range(18, 0, -1):
        total = 1.0 + total * r / n
    return math.ldexp(total, int(k))


@compiled
def normal_quantile(p: float) -> float:
    """Standard normal quantile for 0 < p < 1, by Acklam's rational approximation.

    Relative error below 1.2e-9 (P. J. Acklam, "An algorithm for computing the inverse normal
    cumulative distribution function", 2003).
    """
    if p < 0.02425:
        return _tail(math.sqrt(-2.0 * natural_log(p)))
    if p > 1.0 - 0.02425:
        return -_tail(math.sqrt(-2.0 * natural_log(1.0 - p)))
    q = p - 0.5
    r = q * q
    top = -3.969683028665376e01 * r + 2.209460984245205e02
    top = (top * r - 2.759285104469687e02) * r + 1.383577518672690e02
    top = (top * r - 3.066479806614716e01) * r + 2.506628277459239e00
    low = -5.447609879822406e01 * r + 1.615858368580409e02
    low = (low * r - 1.556989798598866e02) * r + 6.680131188771972e01
    low = (low * r - 1.328068155288572e01) * r + 1.0
    return top * q / low


@compiled
def _tail(q: float) -> float:
    top = -7.784894002430293e-03 * q - 3.223964580411365e-01
    top = (top * q - 2.400758277161838e00) * q - 2.549732539343734e00
    top = (top * q + 4.374664141464968e00) * q + 2.938163982698783e00
    low = 7.784695709041462e-03 * q + 3.224671290700398e-01
    low = (low * q + 2.445134137142996e00) * q + 3.754408661907416e00
    low = low * q + 1.0
    return top / low
