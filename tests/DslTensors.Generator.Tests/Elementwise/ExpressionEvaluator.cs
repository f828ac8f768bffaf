using DslTensors.Generator.Elementwise;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Computes a formula on doubles, truth values being 1 and 0.</summary>
internal static class ExpressionEvaluator
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new()
    {
        ["Negate"] = x => -x[0],
        ["Add"] = x => x[0] + x[1],
        ["Subtract"] = x => x[0] - x[1],
        ["Multiply"] = x => x[0] * x[1],
        ["Divide"] = x => x[0] / x[1],
        ["Remainder"] = x => x[0] % x[1],
        ["Less"] = x => x[0] < x[1] ? 1 : 0,
        ["LessOrEqual"] = x => x[0] <= x[1] ? 1 : 0,
        ["Greater"] = x => x[0] > x[1] ? 1 : 0,
        ["GreaterOrEqual"] = x => x[0] >= x[1] ? 1 : 0,
        ["Equal"] = x => x[0] == x[1] ? 1 : 0,
        ["NotEqual"] = x => x[0] != x[1] ? 1 : 0,
        ["And"] = x => x[0] != 0 && x[1] != 0 ? 1 : 0,
        ["Or"] = x => x[0] != 0 || x[1] != 0 ? 1 : 0,
        ["Not"] = x => x[0] != 0 ? 0 : 1,
        ["Select"] = x => x[0] != 0 ? x[1] : x[2],
        ["Abs"] = x => Math.Abs(x[0]),
        ["Min"] = x => Math.Min(x[0], x[1]),
        ["Max"] = x => Math.Max(x[0], x[1]),
        ["Floor"] = x => Math.Floor(x[0]),
        ["Ceiling"] = x => Math.Ceiling(x[0]),
        ["Round"] = x => Math.Round(x[0]),
        ["Truncate"] = x => Math.Truncate(x[0]),
        ["Sign"] = x => double.IsNaN(x[0]) ? double.NaN : Math.Sign(x[0]),
        ["CopySign"] = x => Math.CopySign(x[0], x[1]),
        ["Sqrt"] = x => Math.Sqrt(x[0]),
        ["Cbrt"] = x => Math.Cbrt(x[0]),
        ["Exp"] = x => Math.Exp(x[0]),
        ["Exp2"] = x => double.Exp2(x[0]),
        ["Expm1"] = x => double.ExpM1(x[0]),
        ["Log"] = x => Math.Log(x[0]),
        ["Log2"] = x => Math.Log2(x[0]),
        ["Log10"] = x => Math.Log10(x[0]),
        ["Log1p"] = x => double.LogP1(x[0]),
        ["Pow"] = x => Math.Pow(x[0], x[1]),
        ["Sin"] = x => Math.Sin(x[0]),
        ["Cos"] = x => Math.Cos(x[0]),
        ["Tan"] = x => Math.Tan(x[0]),
        ["Asin"] = x => Math.Asin(x[0]),
        ["Acos"] = x => Math.Acos(x[0]),
        ["Atan"] = x => Math.Atan(x[0]),
        ["Atan2"] = x => Math.Atan2(x[0], x[1]),
        ["Sinh"] = x => Math.Sinh(x[0]),
        ["Cosh"] = x => Math.Cosh(x[0]),
        ["Tanh"] = x => Math.Tanh(x[0]),
        ["Asinh"] = x => Math.Asinh(x[0]),
        ["Acosh"] = x => Math.Acosh(x[0]),
        ["Atanh"] = x => Math.Atanh(x[0]),
        ["Erf"] = x => ReferenceMath.Erf(x[0]),
        ["Sigmoid"] = x => ReferenceMath.Sigmoid(x[0]),
        ["FusedMultiplyAdd"] = x => Math.FusedMultiplyAdd(x[0], x[1], x[2]),
        ["IsNaN"] = x => double.IsNaN(x[0]) ? 1 : 0,
    };

    public static double Evaluate(Expression expression, IReadOnlyDictionary<string, double> values) => expression switch
    {
        Constant constant => constant.Value,
        Variable variable => values[variable.Name],
        Call call => Functions[call.Function.Name]([.. call.Operands.Select(operand => Evaluate(operand, values))]),
        _ => throw new InvalidOperationException($"unknown node {expression}"),
    };

    /// <summary>One function of the table on plain doubles.</summary>
    public static double Call(string function, params double[] x) => Functions[function](x);
}
