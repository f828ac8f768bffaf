namespace DslTensors.Lanes;

/// <summary>
/// Some numbers that are computed together: one scalar, a vector of any width, or the element of one GPU thread. An elementwise
/// function is written once over <typeparamref name="L"/> and runs on all of them with the same result.
/// </summary>
/// <typeparam name="L">The lane itself.</typeparam>
/// <remarks>
/// Functions bear the names of <see cref="MathF"/>. A comparison gives a mask in the lane's own form, fit only for
/// <see cref="Select"/>, <see cref="And"/>, <see cref="Or"/> and <see cref="Not"/>. Lanes of integers have arithmetic,
/// comparisons, <see cref="Abs"/>, <see cref="Sign"/>, <see cref="Min"/> and <see cref="Max"/>; division truncates, rounding
/// changes nothing and the other functions throw <see cref="NotSupportedException"/>.
/// </remarks>
public partial interface ILane<L>
    where L : struct, ILane<L>
{
    /// <summary>The same number in every element, rounded to the element type.</summary>
    static abstract L Constant(double value);

    /// <summary>The sum.</summary>
    static abstract L operator +(L a, L b);

    /// <summary>The difference.</summary>
    static abstract L operator -(L a, L b);

    /// <summary>The product.</summary>
    static abstract L operator *(L a, L b);

    /// <summary>The quotient; truncated for integers.</summary>
    /// <exception cref="DivideByZeroException">An integer is divided by zero.</exception>
    static abstract L operator /(L a, L b);

    /// <summary>The remainder of the truncated quotient, exact and with the sign of <paramref name="a"/>, as C's fmod.</summary>
    static abstract L operator %(L a, L b);

    /// <summary>The negative.</summary>
    static abstract L operator -(L a);

    /// <summary><paramref name="a"/> times <paramref name="b"/> plus <paramref name="c"/>, rounded once.</summary>
    static abstract L FusedMultiplyAdd(L a, L b, L c);

    /// <summary>The mask of <c>a == b</c>.</summary>
    static abstract L Equal(L a, L b);

    /// <summary>The mask of <c>a &lt; b</c>.</summary>
    static abstract L Less(L a, L b);

    /// <summary>The mask of <c>a &lt;= b</c>.</summary>
    static abstract L LessOrEqual(L a, L b);

    /// <summary>The mask of <c>a &gt; b</c>.</summary>
    static virtual L Greater(L a, L b) => L.Less(b, a);

    /// <summary>The mask of <c>a &gt;= b</c>.</summary>
    static virtual L GreaterOrEqual(L a, L b) => L.LessOrEqual(b, a);

    /// <summary>The mask of <c>a != b</c>, true where either is not a number.</summary>
    static virtual L NotEqual(L a, L b) => L.Not(L.Equal(a, b));

    /// <summary>The mask of numbers that are NaN.</summary>
    static abstract L IsNaN(L a);

    /// <summary>True where both masks are.</summary>
    static abstract L And(L a, L b);

    /// <summary>True where one mask is.</summary>
    static abstract L Or(L a, L b);

    /// <summary>True where the mask is false.</summary>
    static abstract L Not(L a);

    /// <summary><paramref name="whenTrue"/> where the mask is true, <paramref name="whenFalse"/> elsewhere.</summary>
    static abstract L Select(L mask, L whenTrue, L whenFalse);
}
