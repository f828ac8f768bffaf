using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>A formula of scalar parameters as plain C# on doubles: the same number for every element is computed as one.</summary>
internal static class DoubleForm
{
    public static Fragment Of(Expression expression) => expression switch
    {
        Variable variable => new Fragment(variable.Name),
        Constant { Value: < 0 } constant => new Fragment(constant.Text, constant.Text[0] == '-' ? Precedence.Unary : Precedence.Primary),
        Constant constant => new Fragment(constant.Text),
        _ => Of((Call)expression),
    };

    private static Fragment Of(Call call)
    {
        var operands = call.Operands.Select(Of).ToArray();
        var function = call.Function;
        return function switch
        {
            { Notation: Notation.Select } => Fragment.Conditional(operands[0], operands[1], operands[2]),
            { Notation: Notation.Function } =>
                new Fragment($"{function.DoubleMember}({string.Join(", ", operands.Select(operand => operand.Text))})"),
            { Arity: 1 } => Fragment.Prefix(function.Symbol!, operands[0]),
            _ => Fragment.Infix(operands[0], function.Symbol!, function.Precedence, operands[1]),
        };
    }
}
