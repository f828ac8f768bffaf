using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// Rewrites a gradient in terms of the function's result where that frees it of every input, as PyTorch does for exp, tanh, sqrt or
/// relu: what backward keeps decides which in-place writes are legal.
/// </summary>
internal static class ResultForm
{
    /// <summary>The gradient without inputs, or null where there is no such form, or no need of one.</summary>
    public static Expression? Of(Expression gradient, Expression body, Simplifier simplifier)
    {
        if (!gradient.Names(VariableKind.Input))
            return null;
        var known = new Dictionary<Expression, Expression> { [body] = Variable.Result };
        if (body is Call { Function.Name: "Expm1" } expm1)
            known[new Call(ScalarFunctions.Exp, expm1.Operands[0])] = Variable.Result + 1;
        if (ThresholdByResult(body) is { } threshold)
            known[threshold.Condition] = threshold.ByResult;
        var replaced = Replace(gradient, known);
        if (replaced.Names(VariableKind.Input))
            replaced = PowerOfResult(gradient, body) ?? replaced;
        return replaced.Names(VariableKind.Input) ? null : simplifier.Simplify(replaced);
    }

    private static Expression Replace(Expression node, Dictionary<Expression, Expression> known)
    {
        if (known.TryGetValue(node, out var replacement))
            return replacement;
        if (node is Call call)
            replacement = new Call(call.Function, [.. call.Operands.Select(operand => Replace(operand, known))]);
        return known[node] = replacement ?? node;
    }

    /// <summary>
    /// In <c>x &lt;= k ? k : x</c>, relu's form, the condition can be asked of the result: it is k where the condition holds, and x, NaN
    /// included, where it does not. Likewise with the branches and the comparison both turned round.
    /// </summary>
    private static (Expression Condition, Expression ByResult)? ThresholdByResult(Expression body)
    {
        if (body is not Call { Function.Name: "Select" } select
            || select.Operands[0] is not Call { Function.Notation: Notation.Comparison } condition)
        {
            return null;
        }

        var (x, k) = (condition.Operands[0], condition.Operands[1]);
        var (whenTrue, whenFalse) = (select.Operands[1], select.Operands[2]);
        var holdsAtBound = condition.Function.Name is "LessOrEqual" or "GreaterOrEqual" && whenTrue.Equals(k) && whenFalse.Equals(x);
        var failsAtBound = condition.Function.Name is "Less" or "Greater" && whenTrue.Equals(x) && whenFalse.Equals(k);
        return k.IsUniform && (holdsAtBound || failsAtBound) ? (condition, new Call(condition.Function, Variable.Result, k)) : null;
    }

    /// <summary>Where the body is c * u or c / u and the gradient holds nothing but powers of u: 1 / x, 1 / sqrt(x).</summary>
    private static Expression? PowerOfResult(Expression gradient, Expression body)
    {
        var (own, slope) = (Powers.Of(body), Powers.Of(gradient));
        if (own.Exponents.Count != 1 || own.Exponents.First() is not { Value: 1 or -1, Key: var part } || !slope.Exponents.ContainsKey(part))
            return null;
        var exponent = slope.Exponents[part] * own.Exponents[part];
        slope.Exponents.Remove(part);
        var coefficient = slope.Coefficient;
        for (var i = exponent; i < 0; i++)
            coefficient *= own.Coefficient;
        for (var i = exponent; i > 0; i--)
            coefficient /= own.Coefficient;
        return Powers.Build(coefficient, slope.Exponents.Append(new(Variable.Result, exponent)));
    }
}
