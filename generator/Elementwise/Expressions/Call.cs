using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>A function (arithmetic, comparison, selection or a named one) applied to arguments.</summary>
internal sealed class Call : Expression
{
    private readonly Expression[] _operands;

    public Call(ScalarFunction function, params Expression[] operands)
        : base(Hash(function, operands), operands.All(operand => operand.IsUniform), function.IsLogicalFor(operands))
    {
        Function = function;
        _operands = operands;
    }

    public ScalarFunction Function { get; }

    public override IReadOnlyList<Expression> Operands => _operands;

    private protected override bool SameAs(Expression other) =>
        other is Call call && ReferenceEquals(call.Function, Function) && call._operands.SequenceEqual(_operands);

    private static int Hash(ScalarFunction function, Expression[] operands)
    {
        var hash = function.Name.GetHashCode();
        foreach (var operand in operands)
            hash = unchecked((hash * 31) + operand.GetHashCode());
        return hash;
    }
}
