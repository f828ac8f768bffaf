using System;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Flow;

/// <summary>Arithmetic of the shape language over sizes that are looked up by name.</summary>
internal static class SizeExpressions
{
    public static SymbolicSize Evaluate(SizeExpression expression, Func<string, SymbolicSize> sizeOf) => expression switch
    {
        NumberExpression { Value: var value } => value,
        NameExpression { Name: var name } => sizeOf(name),
        NegateExpression { Operand: var operand } => 0 - Evaluate(operand, sizeOf),
        BinaryExpression { Left: var left, Right: var right, Operator: var symbol } => symbol switch
        {
            SizeOperator.Add => Evaluate(left, sizeOf) + Evaluate(right, sizeOf),
            SizeOperator.Subtract => Evaluate(left, sizeOf) - Evaluate(right, sizeOf),
            SizeOperator.Multiply => Evaluate(left, sizeOf) * Evaluate(right, sizeOf),
            _ => Evaluate(left, sizeOf) / Evaluate(right, sizeOf),
        },
        _ => SymbolicSize.Unknown,
    };
}
