using DslTensors.Lanes;

namespace DslTensors.Tests.Lanes;

/// <summary>A function of one operand, chosen by name.</summary>
internal readonly struct UnaryFunction(string name) : IMap1
{
    public static readonly string[] Names =
    [
        "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan",
        "asinh", "acosh", "atanh", "cbrt", "erf", "sigmoid",
    ];

    public L Invoke<L>(L a)
        where L : struct, ILane<L> => name switch
        {
            "exp" => L.Exp(a),
            "exp2" => L.Exp2(a),
            "expm1" => L.Expm1(a),
            "log" => L.Log(a),
            "log2" => L.Log2(a),
            "log10" => L.Log10(a),
            "log1p" => L.Log1p(a),
            "sin" => L.Sin(a),
            "cos" => L.Cos(a),
            "tan" => L.Tan(a),
            "sinh" => L.Sinh(a),
            "cosh" => L.Cosh(a),
            "tanh" => L.Tanh(a),
            "asin" => L.Asin(a),
            "acos" => L.Acos(a),
            "atan" => L.Atan(a),
            "asinh" => L.Asinh(a),
            "acosh" => L.Acosh(a),
            "atanh" => L.Atanh(a),
            "cbrt" => L.Cbrt(a),
            "erf" => L.Erf(a),
            "sigmoid" => L.Sigmoid(a),
            "negate" => -a,
            "abs" => L.Abs(a),
            "floor" => L.Floor(a),
            "ceiling" => L.Ceiling(a),
            "round" => L.Round(a),
            "truncate" => L.Truncate(a),
            "sqrt" => L.Sqrt(a),
            "sign" => L.Sign(a),
            _ => throw new ArgumentException(name),
        };
}

/// <summary>A function of two operands, chosen by name.</summary>
internal readonly struct BinaryFunction(string name) : IMap2
{
    public L Invoke<L>(L a, L b)
        where L : struct, ILane<L> => name switch
        {
            "add" => a + b,
            "subtract" => a - b,
            "multiply" => a * b,
            "divide" => a / b,
            "remainder" => a % b,
            "min" => L.Min(a, b),
            "max" => L.Max(a, b),
            "copysign" => L.CopySign(a, b),
            "pow" => L.Pow(a, b),
            "atan2" => L.Atan2(a, b),
            "select less" => L.Select(L.Less(a, b), a, b),
            "select greater or equal" => L.Select(L.GreaterOrEqual(a, b), a, b),
            "select equal" => L.Select(L.Equal(a, b), a, b),
            "select not equal" => L.Select(L.NotEqual(a, b), a, b),
            "select both" => L.Select(L.And(L.Less(a, b), L.Not(L.IsNaN(a))), a, b),
            "select either" => L.Select(L.Or(L.Greater(a, b), L.LessOrEqual(a, L.Constant(0))), a, b),
            "multiply add" => L.FusedMultiplyAdd(a, b, L.Constant(0.75)),
            _ => throw new ArgumentException(name),
        };
}
