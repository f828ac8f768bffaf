using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// A formula as C# over a generic lane <c>L</c>, which one loop runs as vectors, as scalars or as GPU threads. Scalar parameters are
/// read as doubles (flags as bools) of their own names.
/// </summary>
internal sealed class LaneEmitter : BodyEmitter
{
    private LaneEmitter(Expression body, IReadOnlyDictionary<Expression, string> userNames, IEnumerable<string> reserved)
        : base(body, userNames, reserved)
    {
    }

    public static EmittedBody Emit(Expression body, IReadOnlyDictionary<Expression, string> userNames, IEnumerable<string> reserved) =>
        new LaneEmitter(body, userNames, reserved).Emit();

    protected override Fragment Write(Call call)
    {
        var function = call.Function;
        var x = call.Operands;
        return function.Notation switch
        {
            Notation.Prefix => Fragment.Prefix(function.Symbol!, Operand(x[0])),
            Notation.Infix => Fragment.Infix(Operand(x[0]), function.Symbol!, function.Precedence, Operand(x[1])),
            Notation.Select when x[0].IsUniform => Fragment.Conditional(DoubleForm.Of(x[0]), Operand(x[1]), Operand(x[2])),
            _ => new Fragment($"L.{function.Name}({string.Join(", ", x.Select(operand => Operand(operand).Text))})"),
        };
    }

    /// <summary>Lanes have no truth values but masks, so a flag becomes one by a comparison.</summary>
    protected override Fragment OfUniform(Expression expression) => expression.IsLogical
        ? new Fragment($"L.NotEqual(L.Constant({Fragment.Conditional(DoubleForm.Of(expression), new("1"), new("0")).Text}), L.Constant(0))")
        : new Fragment($"L.Constant({DoubleForm.Of(expression).Text})");
}
