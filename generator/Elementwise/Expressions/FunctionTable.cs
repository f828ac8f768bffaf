using System.Collections.Generic;
using System.Linq;
using static DslTensors.Generator.Elementwise.ScalarFunctions;

namespace DslTensors.Generator.Elementwise;

/// <summary>Finds a function by the name it bears in C# or in a serialised formula.</summary>
internal static class FunctionTable
{
    private static readonly ScalarFunction[] Named =
    [
        Abs, Min, Max, Floor, Ceiling, Round, Truncate, Sign, CopySign, Sqrt, Cbrt, Exp, Exp2, Expm1, Log, Log2, Log10, Log1p, Pow,
        Sin, Cos, Tan, Asin, Acos, Atan, Atan2, Sinh, Cosh, Tanh, Asinh, Acosh, Atanh, Erf, Sigmoid, FusedMultiplyAdd, IsNaN,
    ];

    private static readonly ScalarFunction[] Notations =
    [
        Negate, Add, Subtract, Multiply, Divide, Remainder,
        Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual, And, Or, Not, Select,
    ];

    private static readonly Dictionary<string, ScalarFunction> BySource =
        Named.SelectMany(function => function.Sources.Select(source => (source, function))).ToDictionary(pair => pair.source, pair => pair.function);

    private static readonly Dictionary<string, ScalarFunction> ByName = Named.Concat(Notations).ToDictionary(function => function.Name);

    /// <summary>The functions that are called by name.</summary>
    public static IReadOnlyList<ScalarFunction> Functions => Named;

    /// <summary>The function that C# code means by a method of <c>MathF</c>, <c>Math</c>, <c>float</c>, <c>double</c> or <c>ScalarMath</c>.</summary>
    public static ScalarFunction? FindSource(string method, int arity) =>
        BySource.TryGetValue(method, out var function) && function.Arity == arity ? function : null;

    /// <summary>The function or operator of this name in a serialised formula.</summary>
    public static ScalarFunction? FindName(string name) => ByName.TryGetValue(name, out var function) ? function : null;
}
