using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// The gradient of a body by one input. Derivatives are carried forward from that input, one formula per node of the body, and the
/// incoming gradient multiplies the last: each input has a gradient function of its own, so nothing is gained by going backward, and a
/// selection stays outside of everything that only one of its branches does.
/// </summary>
internal sealed class Differentiator
{
    private static readonly Expression Zero = 0;

    private readonly GradientSimplifier _simplifier = new();
    private readonly Expression _body;

    public Differentiator(Expression body) => _body = _simplifier.Simplify(body);

    /// <summary>What the gradient formulas call a part of the body, so that names given to parts of the body stay attached.</summary>
    public Expression Counterpart(Expression part) => _simplifier.Simplify(part);

    /// <summary>The gradient with respect to an input, in the form that saves what PyTorch saves; the constant 0 where there is none.</summary>
    public Expression Gradient(Variable input)
    {
        var derivative = Derivative(_body, input, new Dictionary<Expression, Expression>(Traversal.ByReference.Instance));
        var gradient = _simplifier.Simplify(Variable.Gradient * derivative);
        return ResultForm.Of(gradient, _body, _simplifier) ?? gradient;
    }

    private Expression Derivative(Expression node, Variable input, Dictionary<Expression, Expression> known)
    {
        if (known.TryGetValue(node, out var derivative))
            return derivative;
        return known[node] = _simplifier.Simplify(node switch
        {
            Variable variable => variable.Equals(input) ? 1 : 0,
            Call { IsLogical: false, IsUniform: false } call =>
                Derivative(call, [.. call.Operands.Select(operand => Derivative(operand, input, known))]),
            _ => Zero,
        });
    }

    private static Expression Derivative(Call call, Expression[] inner)
    {
        if (call.Function == ScalarFunctions.Select)
            return ScalarFunctions.If(call.Operands[0], inner[1], inner[2]);
        var sum = Zero;
        for (var i = 0; i < inner.Length; i++)
        {
            if (!inner[i].Equals(Zero) && call.Function.Partials[i] is { } slope)
                sum += slope(call.Operands, call) * inner[i];
        }

        return sum;
    }
}
