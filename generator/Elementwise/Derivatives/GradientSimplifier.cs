using System;
using System.Linq;
using static DslTensors.Generator.Elementwise.ScalarFunctions;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// Simplification for derivatives: products of zero vanish, numbers gather, like terms join. A factor that is zero on one side of a
/// condition becomes a selection of the whole product, so that an infinite derivative on the unselected side never meets that zero.
/// </summary>
internal sealed class GradientSimplifier : Simplifier
{
    protected override Expression? Fold(ScalarFunction function, Expression[] operands) =>
        function == Divide && operands[0] is Constant { Value: 1 or -1 } && operands[1] is Constant { Value: var by } && (float)(1 / by) != 1 / by
            ? null
            : base.Fold(function, operands);

    protected override Expression? Rewrite(ScalarFunction function, Expression[] x) => function.Name switch
    {
        "Negate" => RewriteNegation(x[0]),
        "Multiply" => RewriteProduct(x[0], x[1]),
        "Divide" => RewriteQuotient(x[0], x[1]) ?? base.Rewrite(function, x),
        "Add" => RewriteSum(x[0], x[1], 1) ?? base.Rewrite(function, x),
        "Subtract" => RewriteSum(x[0], x[1], -1) ?? base.Rewrite(function, x),
        _ => base.Rewrite(function, x),
    };

    private Expression? RewriteNegation(Expression operand) => operand switch
    {
        Call { Function.Name: "Negate" } inner => inner.Operands[0],
        Call { Function.Name: "Subtract" } difference => Apply(Subtract, difference.Operands[1], difference.Operands[0]),
        Call { Function.Name: "Divide" } quotient => Apply(Divide, Apply(Negate, quotient.Operands[0]), quotient.Operands[1]),
        Call { Function.Name: "Multiply" } => Build(Product.Of(new Call(Negate, operand))),
        Call { Function.Name: "Select" } select when HasConstantBranch(select) => Into(select, branch => Apply(Negate, branch)),
        _ => null,
    };

    private Expression RewriteProduct(Expression left, Expression right)
    {
        var product = Product.Of(left, right);
        var select = product.Factors.OfType<Call>().FirstOrDefault(HasConstantBranch);
        if (product.Coefficient == 0 || select is null)
            return Build(product);
        product.Factors.Remove(select);
        var rest = Build(product);
        return Into(select, branch => Apply(Multiply, rest, branch));
    }

    private Expression? RewriteQuotient(Expression numerator, Expression denominator)
    {
        if (IsNumber(numerator, 0))
            return numerator;
        if (IsNumber(denominator, 1))
            return numerator;
        if (numerator is Call { Function.Name: "Select" } select && HasConstantBranch(select))
            return Into(select, branch => Apply(Divide, branch, denominator));
        if (ExponentOfOnePlusExp(denominator) is { } exponent)
        {
            return numerator is Call { Function.Name: "Exp" } exp && exp.Operands[0].Equals(exponent)
                ? Apply(Sigmoid, exponent)
                : Apply(Multiply, numerator, Apply(Sigmoid, Apply(Negate, exponent)));
        }

        if (!denominator.IsUniform || denominator is Constant)
            return null;
        var product = Product.Of(numerator);
        return product.Factors.Remove(denominator) ? Build(product) : null;
    }

    private Expression? RewriteSum(Expression left, Expression right, int sign)
    {
        if (IsNumber(right, 0))
            return left;
        if (IsNumber(left, 0))
            return sign > 0 ? right : Apply(Negate, right);
        if (left is Call { Function.Name: "Select" } l && right is Call { Function.Name: "Select" } r && l.Operands[0].Equals(r.Operands[0]))
        {
            var join = sign > 0 ? Add : Subtract;
            return Apply(Select, l.Operands[0], Apply(join, l.Operands[1], r.Operands[1]), Apply(join, l.Operands[2], r.Operands[2]));
        }

        return JoinTerms(Product.Of(left), Product.Of(right), sign);
    }

    private Expression? JoinTerms(Product left, Product right, int sign)
    {
        if (left.IsLike(right))
        {
            left.Coefficient += sign * right.Coefficient;
            return Build(left);
        }

        if (left.Factors.Count > 0 && left.Divisors.Count == 0 && right.Without(left.Factors) is { } inRight)
        {
            var factor = new Product();
            factor.Factors.AddRange(left.Factors);
            return Factored(factor, left.Coefficient, Rest(right, inRight), sign);
        }

        if (right.Factors.Count > 0 && right.Divisors.Count == 0 && left.Without(right.Factors) is { } inLeft)
        {
            var factor = new Product();
            factor.Factors.AddRange(right.Factors);
            return Factored(factor, Rest(left, inLeft), right.Coefficient, sign);
        }

        if (right.Coefficient < 0)
        {
            right.Coefficient = -right.Coefficient;
            return Join(sign < 0, Build(left), Build(right));
        }

        if (left.Coefficient < 0 && sign > 0)
        {
            left.Coefficient = -left.Coefficient;
            return Join(false, Build(right), Build(left));
        }

        return null;
    }

    private Expression Factored(Product common, Expression left, Expression right, int sign) =>
        Apply(Multiply, Build(common), Apply(sign > 0 ? Add : Subtract, left, right));

    private Expression Rest(Product product, System.Collections.Generic.List<Expression> factors)
    {
        var rest = new Product { Coefficient = product.Coefficient };
        rest.Factors.AddRange(factors);
        rest.Divisors.AddRange(product.Divisors);
        return Build(rest);
    }

    private Expression Join(bool add, Expression left, Expression right) => Share(new Call(add ? Add : Subtract, left, right));

    private Expression Build(Product product) => product.Build((function, operands) => Share(new Call(function, operands)));

    private Expression Into(Call select, Func<Expression, Expression> change) =>
        Apply(Select, select.Operands[0], change(select.Operands[1]), change(select.Operands[2]));

    private static bool HasConstantBranch(Expression expression) =>
        expression is Call { Function.Name: "Select" } select && !select.IsLogical
        && (select.Operands[1] is Constant || select.Operands[2] is Constant
            || HasConstantBranch(select.Operands[1]) || HasConstantBranch(select.Operands[2]));
}
