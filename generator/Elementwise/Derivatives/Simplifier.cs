using System.Collections.Generic;
using System.Linq;
using static DslTensors.Generator.Elementwise.ScalarFunctions;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// Rewrites a formula from the leaves up and shares its equal parts. On its own it keeps every bit of the result, special values
/// included, apart from folded constants and the recognised logistic function; <see cref="GradientSimplifier"/> adds what is only
/// right in exact arithmetic.
/// </summary>
internal class Simplifier
{
    private readonly Dictionary<Expression, Expression> _visited = new(Traversal.ByReference.Instance);
    private readonly Dictionary<Expression, Expression> _shared = new();

    /// <summary>The simplified formula; equal formulas give the same object.</summary>
    public Expression Simplify(Expression expression)
    {
        if (_visited.TryGetValue(expression, out var known))
            return known;
        var simple = expression is Call call
            ? Apply(call.Function, [.. call.Operands.Select(Simplify)])
            : Share(expression);
        _visited[simple] = simple;
        return _visited[expression] = simple;
    }

    /// <summary>A call on operands that are simple already.</summary>
    protected Expression Apply(ScalarFunction function, params Expression[] operands) =>
        Fold(function, operands) ?? Rewrite(function, operands) ?? Share(new Call(function, operands));

    /// <summary>The simpler form of a call, or null where there is none.</summary>
    protected virtual Expression? Rewrite(ScalarFunction function, Expression[] x) => function.Name switch
    {
        "Negate" => RewriteNegation(x[0]),
        "Add" or "Subtract" => RewriteSum(function == Subtract, x[0], x[1]),
        "Multiply" => IsNumber(x[0], 1) ? x[1] : IsNumber(x[1], 1) ? x[0] : null,
        "Divide" => RewriteQuotient(x[0], x[1]),
        "Pow" => RewritePower(x[0], x[1]),
        "Abs" when x[0] is Call { Function.Name: "Negate" or "Abs" } inner => Apply(Abs, inner.Operands[0]),
        _ when function.Notation is Notation.Comparison => RewriteComparison(function, x[0], x[1]),
        _ => LogicRules.Rewrite(function, x, Apply),
    };

    protected static bool IsNumber(Expression expression, double value) => expression is Constant constant && constant.Is(value);

    protected virtual Expression? Fold(ScalarFunction function, Expression[] operands)
    {
        if (function.Fold is null || !operands.All(operand => operand is Constant))
            return null;
        var value = function.Fold([.. operands.Select(operand => ((Constant)operand).Value)]);
        return Share(function.IsLogical ? Constant.Of(value != 0) : new Constant(value));
    }

    protected Expression Share(Expression expression)
    {
        if (_shared.TryGetValue(expression, out var known))
            return known;
        return _shared[expression] = expression;
    }

    /// <summary>The operand whose exponential is added to 1, if the formula is 1 + exp(w).</summary>
    protected static Expression? ExponentOfOnePlusExp(Expression expression)
    {
        if (expression is not Call { Function.Name: "Add", Operands: var terms })
            return null;
        var other = IsNumber(terms[0], 1) ? terms[1] : IsNumber(terms[1], 1) ? terms[0] : null;
        return other is Call { Function.Name: "Exp" } exp ? exp.Operands[0] : null;
    }

    /// <summary>The sign moves into a product or quotient where it cancels another.</summary>
    private Expression? RewriteNegation(Expression operand) => operand switch
    {
        Call { Function.Name: "Negate" } inner => inner.Operands[0],
        Call { Function.Name: "Multiply" or "Divide" } inner when TakesSign(inner.Operands[0]) =>
            Apply(inner.Function, Apply(Negate, inner.Operands[0]), inner.Operands[1]),
        Call { Function.Name: "Multiply" or "Divide" } inner when TakesSign(inner.Operands[1]) =>
            Apply(inner.Function, inner.Operands[0], Apply(Negate, inner.Operands[1])),
        _ => null,
    };

    private static bool TakesSign(Expression expression) => expression is Constant or Call { Function.Name: "Negate" };

    private Expression? RewriteSum(bool subtract, Expression left, Expression right) => right switch
    {
        Call { Function.Name: "Negate" } negated => Apply(subtract ? Add : Subtract, left, negated.Operands[0]),
        Constant { Value: < 0 } negative => Apply(subtract ? Add : Subtract, left, Share(new Constant(-negative.Value))),
        _ => null,
    };

    private Expression? RewriteQuotient(Expression numerator, Expression denominator) =>
        IsNumber(denominator, 1) ? numerator
        : IsNumber(numerator, 1) && ExponentOfOnePlusExp(denominator) is { } exponent ? Apply(Sigmoid, Apply(Negate, exponent))
        : null;

    /// <summary>Small whole powers by multiplication, as PyTorch computes them.</summary>
    private Expression? RewritePower(Expression x, Expression exponent) => exponent is Constant constant
        ? constant.Value switch
        {
            0 => Share(new Constant(1)),
            1 => x,
            2 => Apply(Multiply, x, x),
            3 => Apply(Multiply, Apply(Multiply, x, x), x),
            4 => Apply(Multiply, Apply(Multiply, x, x), Apply(Multiply, x, x)),
            -1 => Apply(Divide, Share(new Constant(1)), x),
            _ => null,
        }
        : null;

    /// <summary>The number goes to the right: <c>0 &lt; x</c> is <c>x &gt; 0</c>.</summary>
    private Expression? RewriteComparison(ScalarFunction function, Expression left, Expression right)
    {
        if (!left.IsUniform || right.IsUniform)
            return null;
        var mirrored =
            function == Less ? Greater
            : function == LessOrEqual ? GreaterOrEqual
            : function == Greater ? Less
            : function == GreaterOrEqual ? LessOrEqual
            : function;
        return Apply(mirrored, right, left);
    }
}
