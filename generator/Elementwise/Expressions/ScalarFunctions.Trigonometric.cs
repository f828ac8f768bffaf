using System;

namespace DslTensors.Generator.Elementwise;

/// <summary>Circular and hyperbolic functions.</summary>
internal static partial class ScalarFunctions
{
    public static readonly ScalarFunction Sin = Unary("Sin", (x, r) => Of(Cos, x), Math.Sin);

    public static readonly ScalarFunction Cos = Unary("Cos", (x, r) => -Of(Sin, x), Math.Cos);

    public static readonly ScalarFunction Tan = Unary("Tan", (x, r) => 1 + (r * r), Math.Tan);

    public static readonly ScalarFunction Asin = Unary("Asin", (x, r) => 1 / Of(Sqrt, 1 - (x * x)), Math.Asin);

    public static readonly ScalarFunction Acos = Unary("Acos", (x, r) => -1 / Of(Sqrt, 1 - (x * x)), Math.Acos);

    public static readonly ScalarFunction Atan = Unary("Atan", (x, r) => 1 / (1 + (x * x)), Math.Atan);

    /// <summary>The first operand is y, the second x.</summary>
    public static readonly ScalarFunction Atan2 = Binary(
        "Atan2",
        (x, r) => x[1] / ((x[0] * x[0]) + (x[1] * x[1])),
        (x, r) => -x[0] / ((x[0] * x[0]) + (x[1] * x[1])),
        Math.Atan2);

    public static readonly ScalarFunction Sinh = Unary("Sinh", (x, r) => Of(Cosh, x), Math.Sinh);

    public static readonly ScalarFunction Cosh = Unary("Cosh", (x, r) => Of(Sinh, x), Math.Cosh);

    public static readonly ScalarFunction Tanh = Unary("Tanh", (x, r) => 1 - (r * r), Math.Tanh);

    public static readonly ScalarFunction Asinh = Unary("Asinh", (x, r) => 1 / Of(Sqrt, (x * x) + 1));

    public static readonly ScalarFunction Acosh = Unary("Acosh", (x, r) => 1 / Of(Sqrt, (x * x) - 1));

    public static readonly ScalarFunction Atanh = Unary("Atanh", (x, r) => 1 / (1 - (x * x)));
}
