using System;
using System.Collections.Generic;
using System.Linq;
using static DslTensors.Generator.Elementwise.ScalarFunctions;

namespace DslTensors.Generator.Elementwise;

/// <summary>A product taken apart: a number, factors in the order they were written, and what they are divided by.</summary>
internal sealed class Product
{
    private const int LongestFlattened = 12;

    public double Coefficient { get; set; } = 1;

    public List<Expression> Factors { get; } = [];

    public List<Expression> Divisors { get; } = [];

    public static Product Of(params Expression[] factors)
    {
        var product = new Product();
        foreach (var factor in factors)
            product.Append(factor);
        product.Settle();
        return product;
    }

    /// <summary>The same factors over the same divisors, whatever the number.</summary>
    public bool IsLike(Product other) => SameBag(Factors, other.Factors) && SameBag(Divisors, other.Divisors);

    /// <summary>What is left of the factors when these are taken out; null when not all of them are there.</summary>
    public List<Expression>? Without(IReadOnlyList<Expression> factors)
    {
        var rest = Factors.ToList();
        return factors.All(rest.Remove) ? rest : null;
    }

    /// <summary>The product as a formula: number first, then the factors from left to right, then the divisors.</summary>
    public Expression Build(Build build)
    {
        if (Coefficient == 0)
            return 0;
        var factors = Factors.OrderBy(factor => factor.Equals(Variable.Gradient) ? 0 : 1).ToList();
        if (factors.Count == 0)
            factors.Add(Coefficient);
        else if (Coefficient == -1)
            factors[0] = build(Negate, factors[0]);
        else if (Coefficient != 1)
            factors.Insert(0, Coefficient);
        var product = factors.Aggregate((left, right) => build(Multiply, left, right));
        return Divisors.Aggregate(product, (left, right) => build(Divide, left, right));
    }

    private static bool SameBag(List<Expression> left, List<Expression> right)
    {
        var rest = right.ToList();
        return left.Count == right.Count && left.All(rest.Remove);
    }

    private void Append(Expression factor)
    {
        switch (factor)
        {
            case Constant constant:
                Coefficient *= constant.Value;
                break;
            case Call { Function.Name: "Negate" } negated:
                Coefficient = -Coefficient;
                Append(negated.Operands[0]);
                break;
            case Call { Function.Name: "Multiply" } product when Factors.Count < LongestFlattened:
                Append(product.Operands[0]);
                Append(product.Operands[1]);
                break;
            case Call { Function.Name: "Divide" } quotient when ComesApart(quotient.Operands[0], quotient.Operands[1]):
                Append(quotient.Operands[0]);
                Divisors.Add(quotient.Operands[1]);
                break;
            case Call { Function.Name: "Divide" } quotient when Unsigned(quotient) is { } unsigned:
                Coefficient = -Coefficient;
                Factors.Add(unsigned);
                break;
            default:
                Factors.Add(factor);
                break;
        }
    }

    /// <summary>A quotient of inputs, such as PyTorch's (self / other), stays together: it neither overflows nor looks odd.</summary>
    private static bool ComesApart(Expression numerator, Expression denominator) =>
        numerator is Constant || numerator.Equals(Variable.Gradient) || (denominator.IsUniform && denominator is not Constant)
        || denominator is Constant { Value: var number } && IsRound(number)
        || (numerator is Call { Function.Name: "Negate" } negated && ComesApart(negated.Operands[0], denominator));

    /// <summary>The quotient less a minus sign in its numerator; null where it has none.</summary>
    private static Expression? Unsigned(Expression expression) => expression switch
    {
        Call { Function.Name: "Negate" } negated => negated.Operands[0],
        Call { Function.Name: "Divide" or "Multiply" } call when Unsigned(call.Operands[0]) is { } first =>
            new Call(call.Function, first, call.Operands[1]),
        _ => null,
    };

    private void Settle()
    {
        CancelUniformDivisors();
        JoinExponentialAndSigmoid();
        JoinNumbers();
    }

    private void CancelUniformDivisors()
    {
        foreach (var divisor in Divisors.Where(divisor => divisor.IsUniform && divisor is not Constant).ToList())
        {
            if (Factors.Remove(divisor))
                Divisors.Remove(divisor);
        }
    }

    /// <summary>exp(w) * sigmoid(-w) is sigmoid(w), which does not overflow.</summary>
    private void JoinExponentialAndSigmoid()
    {
        foreach (var exp in Factors.OfType<Call>().Where(call => call.Function == Exp).ToList())
        {
            var w = exp.Operands[0];
            var partner = Factors.OfType<Call>().FirstOrDefault(call => call.Function == Sigmoid && AreOpposite(call.Operands[0], w));
            if (partner is null)
                continue;
            Factors[Factors.IndexOf(exp)] = new Call(Sigmoid, w);
            Factors.Remove(partner);
        }
    }

    private static bool AreOpposite(Expression left, Expression right) => Opposes(left, right) || Opposes(right, left);

    private static bool Opposes(Expression negated, Expression other)
    {
        if (negated is Call { Function.Name: "Negate" } call && call.Operands[0].Equals(other))
            return true;
        var (left, right) = (new Product(), new Product());
        left.Append(negated);
        right.Append(other);
        return left.Coefficient == -right.Coefficient && left.IsLike(right);
    }

    /// <summary>Numbers above and below the line meet: 2 / 6 is 1 / 3, and stays a division because a third has no exact digits.</summary>
    private void JoinNumbers()
    {
        var number = 1.0;
        foreach (var constant in Divisors.OfType<Constant>().ToList())
        {
            number *= constant.Value;
            Divisors.Remove(constant);
        }

        if (Math.Abs(Coefficient) != 1)
        {
            for (var i = 0; i < Divisors.Count; i++)
            {
                if (Divisors[i] is not Call { Function.Name: "Multiply" } inner || inner.Operands[0] is not Constant { Value: not 0 } scale)
                    continue;
                number *= scale.Value;
                Divisors[i] = inner.Operands[1];
            }
        }

        if (number == 1)
            return;
        var inverse = number / Coefficient;
        if (IsRound(inverse) && !IsRound(Coefficient / number))
        {
            Coefficient = Math.Sign(inverse);
            Divisors.Insert(0, Math.Abs(inverse));
        }
        else
        {
            Coefficient /= number;
        }
    }

    private static bool IsRound(double value) => (float)value == value && !double.IsInfinity(value) && value != 0;
}
