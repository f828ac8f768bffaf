using System;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// The functions a body may call: for each its C# names, its lane and tensor members and its derivative, written as PyTorch writes it.
/// A partial's <c>x</c> is the operand and <c>r</c> the call itself.
/// </summary>
internal static partial class ScalarFunctions
{
    private const double Ln2 = 0.69314718055994530941723212145818;
    private const double Ln10 = 2.3025850929940456840179914546844;
    private const double TwoOverSqrtPi = 1.1283791670955125738961589031215;

    public static readonly ScalarFunction Abs = new("Abs", 1)
    {
        Partials = [(x, r) => Of(Sign!, x[0])], Fold = x => Math.Abs(x[0]), IsIntegral = true,
    };

    /// <summary>Equal operands share the gradient, as in PyTorch; a NaN on either side leaves it whole.</summary>
    public static readonly ScalarFunction Min = new("Min", 2)
    {
        TensorMember = "Minimum", IsIntegral = true, Fold = x => Math.Min(x[0], x[1]),
        Partials = [(x, r) => Chosen(Greater!, x[0], x[1]), (x, r) => Chosen(Less!, x[0], x[1])],
    };

    /// <summary>Equal operands share the gradient, as in PyTorch; a NaN on either side leaves it whole.</summary>
    public static readonly ScalarFunction Max = new("Max", 2)
    {
        TensorMember = "Maximum", IsIntegral = true, Fold = x => Math.Max(x[0], x[1]),
        Partials = [(x, r) => Chosen(Less!, x[0], x[1]), (x, r) => Chosen(Greater!, x[0], x[1])],
    };

    public static readonly ScalarFunction Floor = new("Floor", 1) { Partials = [null], Fold = x => Math.Floor(x[0]), IsIntegral = true };

    public static readonly ScalarFunction Ceiling = new("Ceiling", 1)
    {
        TensorMember = "Ceil", Partials = [null], Fold = x => Math.Ceiling(x[0]), IsIntegral = true,
    };

    public static readonly ScalarFunction Round = new("Round", 1) { Partials = [null], Fold = x => Math.Round(x[0]), IsIntegral = true };

    public static readonly ScalarFunction Truncate = new("Truncate", 1)
    {
        TensorMember = "Trunc", Partials = [null], Fold = x => Math.Truncate(x[0]), IsIntegral = true,
    };

    public static readonly ScalarFunction Sign = new("Sign", 1) { Partials = [null], IsIntegral = true };

    public static readonly ScalarFunction CopySign = new("CopySign", 2)
    {
        TensorMember = "Copysign", Partials = [(x, r) => If(Of(Equal!, x[0], 0), 0, r / x[0]), null],
    };

    public static readonly ScalarFunction Sqrt = new("Sqrt", 1) { Partials = [(x, r) => 1 / (2 * r)], Fold = x => Math.Sqrt(x[0]) };

    public static readonly ScalarFunction Cbrt = new("Cbrt", 1) { Partials = [(x, r) => 1 / (3 * (r * r))] };

    public static readonly ScalarFunction Exp = new("Exp", 1) { Partials = [(x, r) => r], Fold = x => Math.Exp(x[0]) };

    public static readonly ScalarFunction Exp2 = new("Exp2", 1) { Partials = [(x, r) => Ln2 * r] };

    public static readonly ScalarFunction Expm1 = new("Expm1", 1)
    {
        Sources = ["Expm1", "ExpM1"], DoubleMember = "double.ExpM1", Partials = [(x, r) => Of(Exp, x[0])],
    };

    public static readonly ScalarFunction Log = new("Log", 1) { Partials = [(x, r) => 1 / x[0]], Fold = x => Math.Log(x[0]) };

    public static readonly ScalarFunction Log2 = new("Log2", 1) { Partials = [(x, r) => 1 / (Ln2 * x[0])] };

    public static readonly ScalarFunction Log10 = new("Log10", 1)
    {
        Partials = [(x, r) => 1 / (Ln10 * x[0])], Fold = x => Math.Log10(x[0]),
    };

    public static readonly ScalarFunction Log1p = new("Log1p", 1)
    {
        Sources = ["Log1p", "LogP1"], DoubleMember = "double.LogP1", Partials = [(x, r) => 1 / (1 + x[0])],
    };

    /// <summary>The derivative is zero where the exponent is, whatever the base, as in PyTorch.</summary>
    public static readonly ScalarFunction Pow = new("Pow", 2)
    {
        Fold = x => Math.Pow(x[0], x[1]),
        Partials =
        [
            (x, r) => If(Of(Equal!, x[1], 0), 0, x[1] * Of(Pow!, x[0], x[1] - 1)),
            (x, r) => If(Of(And!, Of(Equal!, x[0], 0), Of(GreaterOrEqual!, x[1], 0)), 0, r * Of(Log, x[0])),
        ],
    };

    public static readonly ScalarFunction Sin = new("Sin", 1) { Partials = [(x, r) => Of(Cos!, x[0])], Fold = x => Math.Sin(x[0]) };

    public static readonly ScalarFunction Cos = new("Cos", 1) { Partials = [(x, r) => -Of(Sin, x[0])], Fold = x => Math.Cos(x[0]) };

    public static readonly ScalarFunction Tan = new("Tan", 1) { Partials = [(x, r) => 1 + (r * r)], Fold = x => Math.Tan(x[0]) };

    public static readonly ScalarFunction Asin = new("Asin", 1)
    {
        Partials = [(x, r) => 1 / Of(Sqrt, 1 - (x[0] * x[0]))], Fold = x => Math.Asin(x[0]),
    };

    public static readonly ScalarFunction Acos = new("Acos", 1)
    {
        Partials = [(x, r) => -1 / Of(Sqrt, 1 - (x[0] * x[0]))], Fold = x => Math.Acos(x[0]),
    };

    public static readonly ScalarFunction Atan = new("Atan", 1) { Partials = [(x, r) => 1 / (1 + (x[0] * x[0]))], Fold = x => Math.Atan(x[0]) };

    public static readonly ScalarFunction Atan2 = new("Atan2", 2)
    {
        Fold = x => Math.Atan2(x[0], x[1]),
        Partials = [(x, r) => x[1] / ((x[0] * x[0]) + (x[1] * x[1])), (x, r) => -x[0] / ((x[0] * x[0]) + (x[1] * x[1]))],
    };

    public static readonly ScalarFunction Sinh = new("Sinh", 1) { Partials = [(x, r) => Of(Cosh!, x[0])], Fold = x => Math.Sinh(x[0]) };

    public static readonly ScalarFunction Cosh = new("Cosh", 1) { Partials = [(x, r) => Of(Sinh, x[0])], Fold = x => Math.Cosh(x[0]) };

    public static readonly ScalarFunction Tanh = new("Tanh", 1) { Partials = [(x, r) => 1 - (r * r)], Fold = x => Math.Tanh(x[0]) };

    public static readonly ScalarFunction Asinh = new("Asinh", 1) { Partials = [(x, r) => 1 / Of(Sqrt, (x[0] * x[0]) + 1)] };

    public static readonly ScalarFunction Acosh = new("Acosh", 1) { Partials = [(x, r) => 1 / Of(Sqrt, (x[0] * x[0]) - 1)] };

    public static readonly ScalarFunction Atanh = new("Atanh", 1) { Partials = [(x, r) => 1 / (1 - (x[0] * x[0]))] };

    public static readonly ScalarFunction Erf = new("Erf", 1)
    {
        DoubleMember = "global::DslTensors.ScalarMath.Erf", Partials = [(x, r) => TwoOverSqrtPi * Of(Exp, -(x[0] * x[0]))],
    };

    public static readonly ScalarFunction Sigmoid = new("Sigmoid", 1)
    {
        DoubleMember = "global::DslTensors.ScalarMath.Sigmoid", Partials = [(x, r) => r * (1 - r)],
    };

    public static readonly ScalarFunction FusedMultiplyAdd = new("FusedMultiplyAdd", 3)
    {
        Partials = [(x, r) => x[1], (x, r) => x[0], (x, r) => 1], IsIntegral = true,
    };

    public static readonly ScalarFunction IsNaN = new("IsNaN", 1) { TensorMember = "Isnan", IsLogical = true };

    public static Expression Of(ScalarFunction function, params Expression[] operands) => new Call(function, operands);

    public static Expression If(Expression condition, Expression whenTrue, Expression whenFalse) => Of(Select, condition, whenTrue, whenFalse);

    /// <summary>0 where the other operand is chosen, a half where both are equal, 1 elsewhere.</summary>
    private static Expression Chosen(ScalarFunction otherIsChosen, Expression left, Expression right) =>
        If(Of(otherIsChosen, left, right), 0, If(Of(Equal, left, right), 0.5, 1));
}
