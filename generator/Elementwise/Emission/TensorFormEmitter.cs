using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// A formula as C# in tensor operations, for gradients that are themselves differentiated. Scalar parameters are read as doubles (flags
/// as bools) of their own names.
/// </summary>
internal sealed class TensorFormEmitter : BodyEmitter
{
    private readonly string _like;

    private TensorFormEmitter(Expression body, IReadOnlyDictionary<Expression, string> userNames, IEnumerable<string> reserved, string like)
        : base(body, userNames, reserved) => _like = like;

    /// <param name="body">The formula.</param>
    /// <param name="userNames">Names for parts of it.</param>
    /// <param name="reserved">Names that locals must not take.</param>
    /// <param name="like">A tensor in scope whose shape and type a tensor of one repeated number takes.</param>
    public static EmittedBody Emit(
        Expression body, IReadOnlyDictionary<Expression, string> userNames, IEnumerable<string> reserved, string like) =>
        new TensorFormEmitter(body, userNames, reserved, like).Emit();

    protected override Fragment Write(Call call)
    {
        var x = call.Operands;
        return call.Function switch
        {
            { Notation: Notation.Prefix } negate => Fragment.Prefix(negate.Symbol!, Value(x[0])),
            { Notation: Notation.Select } => WriteSelect(x[0], x[1], x[2]),
            { Notation: Notation.Infix, Symbol: not "%" } infix => Fragment.Infix(Value(x[0]), infix.Symbol!, infix.Precedence, Value(x[1])),
            { Name: "FusedMultiplyAdd" } =>
                Fragment.Infix(
                    Fragment.Infix(Value(x[0]), "*", Precedence.Multiplicative, Value(x[1])), "+", Precedence.Additive, Value(x[2])),
            var function => WriteMethod(function, x),
        };
    }

    protected override Fragment OfUniform(Expression expression) => expression.IsLogical
        ? new Fragment($"Tensor.FullLike({_like}, {Fragment.Conditional(DoubleForm.Of(expression), new("1"), new("0")).Text}).Ne(0)")
        : new Fragment($"Tensor.FullLike({_like}, {DoubleForm.Of(expression).Text})");

    private Fragment WriteSelect(Expression condition, Expression whenTrue, Expression whenFalse)
    {
        if (condition.IsUniform)
            return Fragment.Conditional(DoubleForm.Of(condition), Operand(whenTrue), Operand(whenFalse));
        var second = whenTrue.IsUniform && whenFalse.IsUniform ? Operand(whenTrue) : Value(whenTrue);
        return new Fragment($"Tensor.Where({Operand(condition).Text}, {second.Text}, {Value(whenFalse).Text})");
    }

    /// <summary>A method of the first argument that is a tensor; Min and Max don't mind being turned round.</summary>
    private Fragment WriteMethod(ScalarFunction function, IReadOnlyList<Expression> x)
    {
        if (x[0].IsUniform && (function == ScalarFunctions.Min || function == ScalarFunctions.Max))
            x = [x[1], x[0]];
        var arguments = string.Join(", ", x.Skip(1).Select(argument => Value(argument).Text));
        return new Fragment($"{Operand(x[0]).Within(Precedence.Primary)}.{function.TensorMember}({arguments})");
    }

    /// <summary>Tensor operators take plain numbers.</summary>
    private Fragment Value(Expression operand) => operand.IsUniform && !operand.IsLogical ? DoubleForm.Of(operand) : Operand(operand);
}
