using System;

namespace DslTensors.Generator.Elementwise;

/// <summary>Functions that round, choose or look at signs: they are exact.</summary>
internal static partial class ScalarFunctions
{
    public static readonly ScalarFunction Abs = Unary("Abs", (x, r) => Of(Sign, x), Math.Abs, isIntegral: true);

    public static readonly ScalarFunction Sign = Unary("Sign", null, isIntegral: true);

    public static readonly ScalarFunction CopySign = Binary(
        "CopySign", (x, r) => If(Of(Equal, x[0], 0), 0, r / x[0]), null, tensorMember: "Copysign");

    public static readonly ScalarFunction Floor = Unary("Floor", null, Math.Floor, isIntegral: true);

    public static readonly ScalarFunction Ceiling = Unary("Ceiling", null, Math.Ceiling, tensorMember: "Ceil", isIntegral: true);

    public static readonly ScalarFunction Round = Unary("Round", null, Math.Round, isIntegral: true);

    public static readonly ScalarFunction Truncate = Unary("Truncate", null, Math.Truncate, tensorMember: "Trunc", isIntegral: true);

    public static readonly ScalarFunction Min = Binary(
        "Min",
        (x, r) => Chosen(Greater, x[0], x[1]),
        (x, r) => Chosen(Less, x[0], x[1]),
        Math.Min, tensorMember: "Minimum", isIntegral: true);

    public static readonly ScalarFunction Max = Binary(
        "Max",
        (x, r) => Chosen(Less, x[0], x[1]),
        (x, r) => Chosen(Greater, x[0], x[1]),
        Math.Max, tensorMember: "Maximum", isIntegral: true);

    public static readonly ScalarFunction FusedMultiplyAdd = new("FusedMultiplyAdd", 3)
    {
        Partials = [(x, r) => x[1], (x, r) => x[0], (x, r) => 1],
        IsIntegral = true,
    };

    public static readonly ScalarFunction IsNaN = new("IsNaN", 1) { TensorMember = "Isnan", IsLogical = true };

    /// <summary>
    /// Equal operands share the gradient, as in PyTorch, so the slope is 0 where the other operand is chosen, a half where both are
    /// equal and 1 elsewhere: a NaN on either side leaves it whole.
    /// </summary>
    private static Expression Chosen(ScalarFunction? otherIsChosen, Expression left, Expression right) =>
        If(Of(otherIsChosen, left, right), 0, If(Of(Equal, left, right), 0.5, 1));
}
