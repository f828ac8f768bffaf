using System;
using System.Linq;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Constants, integers and comparisons.</summary>
internal sealed partial class OperationEvaluator
{
    public override FlowValue VisitBinaryOperator(IBinaryOperation operation, object? argument)
    {
        var left = Evaluate(operation.LeftOperand);
        var right = Evaluate(operation.RightOperand);
        if (operation.OperatorMethod is { } method && !IsBuiltIn(method))
            return CallOperator(operation, method, [(operation.LeftOperand, left), (operation.RightOperand, right)]);
        return Compare(operation.OperatorKind, left, right) ?? Arithmetic(operation.OperatorKind, left, right);
    }

    public override FlowValue VisitUnaryOperator(IUnaryOperation operation, object? argument)
    {
        var operand = Evaluate(operation.Operand);
        if (operation.OperatorMethod is { } method && !IsBuiltIn(method))
            return CallOperator(operation, method, [(operation.Operand, operand)]);

        return (operation.OperatorKind, operand) switch
        {
            (UnaryOperatorKind.Minus, IntFlow) => Arithmetic(BinaryOperatorKind.Subtract, new IntFlow(0), operand),
            (UnaryOperatorKind.Plus, IntFlow) => operand,
            (UnaryOperatorKind.Not, BoolFlow { Value: var value }) => new BoolFlow(!value),
            _ => FlowValue.Unknown,
        };
    }

    private static FlowValue? ConstantOf(IOperation operation)
    {
        if (!operation.ConstantValue.HasValue)
            return null;

        return operation.ConstantValue.Value switch
        {
            null => FlowValue.Null,
            var value when operation.Type is { TypeKind: TypeKind.Enum } type => NameOf(type, value),
            int number => new IntFlow(number),
            long number => new IntFlow(number),
            bool flag => new BoolFlow(flag),
            string text => new ChoiceFlow(text),
            _ => null,
        };
    }

    private static FlowValue NameOf(ITypeSymbol type, object value)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && value.Equals(field.ConstantValue));
        return member is null ? FlowValue.Unknown : new ChoiceFlow(member.Name);
    }

    private static bool IsBuiltIn(IMethodSymbol method) => method.ContainingType?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsInteger(nullable.TypeArguments[0]));

    private static FlowValue Arithmetic(BinaryOperatorKind kind, FlowValue left, FlowValue right)
    {
        if (left is not IntFlow { Size.Number: { } a } || right is not IntFlow { Size.Number: { } b })
            return left is IntFlow { Size: var first } && right is IntFlow { Size: var second } ? Arithmetic(kind, first, second) : FlowValue.Unknown;

        long? result = kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply when Math.Abs(a) <= int.MaxValue && Math.Abs(b) <= int.MaxValue => a * b,
            BinaryOperatorKind.Divide when b != 0 => a / b,
            BinaryOperatorKind.Remainder when b != 0 => a % b,
            _ => null,
        };

        // What leaves the range of int may wrap around or throw, depending on the user's types and settings.
        return result is { } number and >= int.MinValue and <= int.MaxValue ? new IntFlow(number) : FlowValue.Unknown;
    }

    private static FlowValue Arithmetic(BinaryOperatorKind kind, SymbolicSize left, SymbolicSize right)
    {
        var result = kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide => left / right,
            _ => SymbolicSize.Unknown,
        };
        return result.IsKnown ? new IntFlow(result) : FlowValue.Unknown;
    }

    /// <summary>What has a shape that is known is no null.</summary>
    private static BoolFlow? CompareNull(BinaryOperatorKind kind, FlowValue value) => (kind, value) switch
    {
        (BinaryOperatorKind.Equals, NullFlow) => new BoolFlow(true),
        (BinaryOperatorKind.NotEquals, NullFlow) => new BoolFlow(false),
        (BinaryOperatorKind.Equals, TensorFlow { MayBeNull: false, Shape.IsUnknown: false }) => new BoolFlow(false),
        (BinaryOperatorKind.NotEquals, TensorFlow { MayBeNull: false, Shape.IsUnknown: false }) => new BoolFlow(true),
        _ => null,
    };

    private FlowValue? Compare(BinaryOperatorKind kind, FlowValue left, FlowValue right)
    {
        if (left is NullFlow || right is NullFlow)
            return CompareNull(kind, left is NullFlow ? right : left);
        if (left is ChoiceFlow && right is ChoiceFlow && kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
            return new BoolFlow(left.Equals(right) == (kind == BinaryOperatorKind.Equals));
        if (left is not IntFlow { Size: var first } || right is not IntFlow { Size: var second })
            return null;

        // n < n + 1, whatever n is.
        (first, second) = (State.Sizes.Resolve(first), State.Sizes.Resolve(second));
        if ((first - second).Number is not { } a)
            return null;
        const long b = 0;

        return kind switch
        {
            BinaryOperatorKind.Equals => new BoolFlow(a == b),
            BinaryOperatorKind.NotEquals => new BoolFlow(a != b),
            BinaryOperatorKind.LessThan => new BoolFlow(a < b),
            BinaryOperatorKind.LessThanOrEqual => new BoolFlow(a <= b),
            BinaryOperatorKind.GreaterThan => new BoolFlow(a > b),
            BinaryOperatorKind.GreaterThanOrEqual => new BoolFlow(a >= b),
            _ => null,
        };
    }
}
