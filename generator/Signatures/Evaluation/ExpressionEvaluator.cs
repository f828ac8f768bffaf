namespace DslTensors.Generator.Signatures;

/// <summary>Computes sizes; unknown where an operand is, or where the result does not fit.</summary>
internal static class ExpressionEvaluator
{
    public static SymbolicSize Evaluate(SizeExpression expression, Bindings bindings) => expression switch
    {
        NumberExpression { Value: var value } => value,
        NameExpression { Name: var name } => bindings.SizeOf(name),
        NegateExpression { Operand: var operand } => 0 - Evaluate(operand, bindings),
        BinaryExpression binary => Compute(binary.Operator, Evaluate(binary.Left, bindings), Evaluate(binary.Right, bindings)),
        _ => SymbolicSize.Unknown,
    };

    private static SymbolicSize Compute(SizeOperator symbol, SymbolicSize left, SymbolicSize right) => symbol switch
    {
        SizeOperator.Add => left + right,
        SizeOperator.Subtract => left - right,
        SizeOperator.Multiply => left * right,
        _ => left / right,
    };
}
