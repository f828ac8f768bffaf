using System;

namespace DslTensors.Generator.Signatures;

/// <summary>Computes sizes; unknown where an operand is, or where the result does not fit.</summary>
internal static class ExpressionEvaluator
{
    public static SymbolicSize Evaluate(SizeExpression expression, Bindings bindings) => expression switch
    {
        NumberExpression { Value: var value } => value,
        NameExpression { Name: var name } => bindings.SizeOf(name),
        NegateExpression { Operand: var operand } => Compute(SizeOperator.Subtract, 0, Evaluate(operand, bindings)),
        BinaryExpression binary => Compute(binary.Operator, Evaluate(binary.Left, bindings), Evaluate(binary.Right, bindings)),
        _ => SymbolicSize.Unknown,
    };

    private static SymbolicSize Compute(SizeOperator symbol, SymbolicSize left, SymbolicSize right)
    {
        if (left.Number is not { } a || right.Number is not { } b || (symbol == SizeOperator.FloorDivide && b == 0))
            return SymbolicSize.Unknown;

        try
        {
            return checked(symbol switch
            {
                SizeOperator.Add => a + b,
                SizeOperator.Subtract => a - b,
                SizeOperator.Multiply => a * b,
                _ => FloorDivide(a, b),
            });
        }
        catch (OverflowException)
        {
            return SymbolicSize.Unknown;
        }
    }

    private static long FloorDivide(long a, long b)
    {
        var quotient = checked(a / b);
        return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
    }
}
