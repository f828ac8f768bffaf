using System.Text;
using DslTensors.Generator.Elementwise;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Lanes of one double or one float, and a tensor of one double, as source that emitted code compiles against.</summary>
internal static class LaneStub
{
    private static readonly string[] Comparisons = ["Equal", "NotEqual", "Less", "LessOrEqual", "Greater", "GreaterOrEqual"];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%"];

    public static string Source
    {
        get
        {
            var text = new StringBuilder("using static DslTensors.Generator.Tests.Elementwise.LaneReference;\n");
            text.AppendLine("public interface ILane<L> where L : ILane<L>\n{");
            text.AppendLine("    static abstract L Constant(double value); static abstract L operator -(L a);");
            foreach (var symbol in Operators)
                text.AppendLine($"    static abstract L operator {symbol}(L a, L b);");
            foreach (var (name, arity) in Functions)
                text.AppendLine($"    static abstract L {name}({Parameters("L", arity)});");
            text.AppendLine("}");
            AppendLane(text, "Double", "double");
            AppendLane(text, "Single", "float");
            AppendTensor(text);
            return text.ToString();
        }
    }

    private static IEnumerable<(string Name, int Arity)> Functions =>
    [
        .. FunctionTable.Functions.Select(function => (function.Name, function.Arity)),
        .. Comparisons.Select(name => (name, 2)), ("And", 2), ("Or", 2), ("Not", 1), ("Select", 3),
    ];

    private static void AppendLane(StringBuilder text, string name, string type)
    {
        text.AppendLine($"public readonly record struct {name}Lane({type} Value) : ILane<{name}Lane>\n{{");
        text.AppendLine($"    public static {name}Lane Constant(double value) => new(({type})value);");
        text.AppendLine($"    public static {name}Lane operator -({name}Lane a) => new(-a.Value);");
        foreach (var symbol in Operators)
            text.AppendLine($"    public static {name}Lane operator {symbol}({name}Lane a, {name}Lane b) => new(a.Value {symbol} b.Value);");
        foreach (var (function, arity) in Functions)
            text.AppendLine($"    public static {name}Lane {function}({Parameters(name + "Lane", arity)}) => new(({type})Call(\"{function}\", {Values(arity)}));");
        text.AppendLine("}");
    }

    private static void AppendTensor(StringBuilder text)
    {
        text.AppendLine("public sealed record Tensor(double Value)\n{");
        text.AppendLine("    public static implicit operator Tensor(double value) => new(value);");
        text.AppendLine("    public static Tensor FullLike(Tensor like, double value) => new(value);");
        text.AppendLine("    public static Tensor Where(Tensor mask, Tensor a, Tensor b) => mask.Value != 0 ? a : b;");
        text.AppendLine("    public static Tensor operator -(Tensor a) => new(-a.Value);");
        foreach (var symbol in Operators.Take(4))
            text.AppendLine($"    public static Tensor operator {symbol}(Tensor a, Tensor b) => new(a.Value {symbol} b.Value);");
        var methods = FunctionTable.Functions.Where(function => function.Arity < 3)
            .Concat(Comparisons.Append("And").Append("Or").Append("Not").Append("Remainder").Select(name => FunctionTable.FindName(name)!));
        foreach (var function in methods)
        {
            var (parameter, argument) = function.Arity == 2 ? ("Tensor b", ", b.Value") : ("", "");
            text.AppendLine($"    public Tensor {function.TensorMember}({parameter}) => new(Call(\"{function.Name}\", Value{argument}));");
        }

        text.AppendLine("}");
    }

    private static string Parameters(string type, int arity) => string.Join(", ", Enumerable.Range(0, arity).Select(i => $"{type} x{i}"));

    private static string Values(int arity) => string.Join(", ", Enumerable.Range(0, arity).Select(i => $"x{i}.Value"));
}
