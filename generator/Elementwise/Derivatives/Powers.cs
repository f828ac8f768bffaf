using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>A product of whole powers: a number times each part raised to its exponent.</summary>
internal sealed class Powers
{
    public double Coefficient { get; private set; } = 1;

    public Dictionary<Expression, int> Exponents { get; } = [];

    public static Powers Of(Expression expression)
    {
        var powers = new Powers();
        powers.Append(expression, 1);
        return powers;
    }

    /// <summary>The formula coefficient * a * a / b / b ...</summary>
    public static Expression Build(double coefficient, IEnumerable<KeyValuePair<Expression, int>> exponents)
    {
        var all = exponents.ToList();
        Expression product = coefficient;
        foreach (var pair in all.Where(pair => pair.Value > 0))
            product = Enumerable.Repeat(pair.Key, pair.Value).Aggregate(product, (left, right) => left * right);
        foreach (var pair in all.Where(pair => pair.Value < 0))
            product = Enumerable.Repeat(pair.Key, -pair.Value).Aggregate(product, (left, right) => left / right);
        return product;
    }

    private void Append(Expression node, int sign)
    {
        switch (node)
        {
            case Constant constant:
                Coefficient = sign > 0 ? Coefficient * constant.Value : Coefficient / constant.Value;
                break;
            case Call { Function.Name: "Negate" } negated:
                Coefficient = -Coefficient;
                Append(negated.Operands[0], sign);
                break;
            case Call { Function.Name: "Multiply" } product:
                Append(product.Operands[0], sign);
                Append(product.Operands[1], sign);
                break;
            case Call { Function.Name: "Divide" } quotient:
                Append(quotient.Operands[0], sign);
                Append(quotient.Operands[1], -sign);
                break;
            default:
                Exponents.TryGetValue(node, out var exponent);
                Exponents[node] = exponent + sign;
                if (exponent + sign == 0)
                    Exponents.Remove(node);
                break;
        }
    }
}
