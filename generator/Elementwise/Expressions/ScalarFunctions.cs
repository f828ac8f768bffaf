using System;
using UnarySlope = System.Func<DslTensors.Generator.Elementwise.Expression, DslTensors.Generator.Elementwise.Expression, DslTensors.Generator.Elementwise.Expression>;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// The functions a body may call: for each its C# names, its lane and tensor members and its derivative, written as PyTorch writes it.
/// In a slope, <c>x</c> is the operand (or the operands) and <c>r</c> the call itself.
/// </summary>
internal static partial class ScalarFunctions
{
    private const double Ln2 = 0.69314718055994530941723212145818;
    private const double Ln10 = 2.3025850929940456840179914546844;
    private const double TwoOverSqrtPi = 1.1283791670955125738961589031215;

    public static readonly ScalarFunction Sqrt = Unary("Sqrt", (x, r) => 1 / (2 * r), Math.Sqrt);

    public static readonly ScalarFunction Cbrt = Unary("Cbrt", (x, r) => 1 / (3 * r * r));

    public static readonly ScalarFunction Exp = Unary("Exp", (x, r) => r, Math.Exp);

    public static readonly ScalarFunction Exp2 = Unary("Exp2", (x, r) => Ln2 * r);

    public static readonly ScalarFunction Expm1 = Unary("Expm1", (x, r) => Of(Exp, x), dotnetName: "ExpM1");

    public static readonly ScalarFunction Log = Unary("Log", (x, r) => 1 / x, Math.Log);

    public static readonly ScalarFunction Log2 = Unary("Log2", (x, r) => 1 / (Ln2 * x));

    public static readonly ScalarFunction Log10 = Unary("Log10", (x, r) => 1 / (Ln10 * x), Math.Log10);

    public static readonly ScalarFunction Log1p = Unary("Log1p", (x, r) => 1 / (1 + x), dotnetName: "LogP1");

    /// <summary>The slope is zero where the exponent is, whatever the base, as in PyTorch.</summary>
    public static readonly ScalarFunction Pow = Binary(
        "Pow",
        (x, r) => If(Of(Equal, x[1], 0), 0, x[1] * Of(Pow, x[0], x[1] - 1)),
        (x, r) => If(Of(And, Of(Equal, x[0], 0), Of(GreaterOrEqual, x[1], 0)), 0, r * Of(Log, x[0])),
        Math.Pow);

    public static readonly ScalarFunction Erf = Unary("Erf", (x, r) => TwoOverSqrtPi * Of(Exp, -(x * x)), isOurs: true);

    public static readonly ScalarFunction Sigmoid = Unary("Sigmoid", (x, r) => r * (1 - r), isOurs: true);

    /// <summary>A call. Slopes name functions that are declared further down, which is safe because they run later.</summary>
    public static Expression Of(ScalarFunction? function, params Expression[] operands) => new Call(function!, operands);

    public static Expression If(Expression condition, Expression whenTrue, Expression whenFalse) => Of(Select, condition, whenTrue, whenFalse);

    private static ScalarFunction Unary(
        string name, UnarySlope? slope, Func<double, double>? fold = null, string? dotnetName = null, string? tensorMember = null,
        bool isIntegral = false, bool isOurs = false) =>
        new(name, 1)
        {
            Sources = dotnetName is null ? [name] : [name, dotnetName],
            TensorMember = tensorMember ?? name,
            DoubleMember = isOurs ? "global::DslTensors.ScalarMath." + name : "double." + (dotnetName ?? name),
            Partials = [slope is null ? null : (x, r) => slope(x[0], r)],
            Fold = fold is null ? null : x => fold(x[0]),
            IsIntegral = isIntegral,
        };

    private static ScalarFunction Binary(
        string name, Partial? left, Partial? right, Func<double, double, double>? fold = null, string? tensorMember = null,
        bool isIntegral = false) =>
        new(name, 2)
        {
            TensorMember = tensorMember ?? name,
            Partials = [left, right],
            Fold = fold is null ? null : x => fold(x[0], x[1]),
            IsIntegral = isIntegral,
        };
}
