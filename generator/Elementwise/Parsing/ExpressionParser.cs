using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static DslTensors.Generator.Elementwise.ScalarFunctions;

namespace DslTensors.Generator.Elementwise;

/// <summary>Turns a bound C# expression into a formula.</summary>
internal sealed class ExpressionParser(FunctionScope scope)
{
    public Expression Parse(IOperation operation, IReadOnlyDictionary<ISymbol, Expression> values)
    {
        scope.Cancellation.ThrowIfCancellationRequested();
        if (operation.Type?.SpecialType is SpecialType.System_Int32 && operation.ConstantValue is { HasValue: true, Value: int number })
            return number;
        return operation switch
        {
            ILiteralOperation { Syntax: LiteralExpressionSyntax literal } => LiteralParser.Parse(literal),
            IParenthesizedOperation parenthesized => Parse(parenthesized.Operand, values),
            IConversionOperation conversion => ParseConversion(conversion, values),
            IParameterReferenceOperation parameter => Value(parameter.Parameter, operation, values),
            ILocalReferenceOperation local => Value(local.Local, operation, values),
            IFieldReferenceOperation field => ParseField(field),
            IUnaryOperation unary => ParseUnary(unary, Parse(unary.Operand, values)),
            IBinaryOperation binary =>
                ParseBinary(binary.OperatorKind, binary, Parse(binary.LeftOperand, values), Parse(binary.RightOperand, values)),
            IConditionalOperation { WhenFalse: { } whenFalse } choice =>
                If(Parse(choice.Condition, values), Parse(choice.WhenTrue, values), Parse(whenFalse, values)),
            IInvocationOperation call => CallParser.Parse(call, Arguments(call, values), scope),
            _ => throw Refusals.Expression(operation),
        };
    }

    /// <summary>An operator of C#, also the one in a compound assignment.</summary>
    public static Expression ParseBinary(BinaryOperatorKind kind, IOperation operation, Expression left, Expression right)
    {
        var function = kind switch
        {
            BinaryOperatorKind.Add => Add,
            BinaryOperatorKind.Subtract => Subtract,
            BinaryOperatorKind.Multiply => Multiply,
            BinaryOperatorKind.Divide => Divide,
            BinaryOperatorKind.Remainder => Remainder,
            BinaryOperatorKind.LessThan => Less,
            BinaryOperatorKind.LessThanOrEqual => LessOrEqual,
            BinaryOperatorKind.GreaterThan => Greater,
            BinaryOperatorKind.GreaterThanOrEqual => GreaterOrEqual,
            BinaryOperatorKind.Equals => Equal,
            BinaryOperatorKind.NotEquals => NotEqual,
            BinaryOperatorKind.ConditionalAnd => And,
            BinaryOperatorKind.ConditionalOr => Or,
            BinaryOperatorKind.And when left.IsLogical => And,
            BinaryOperatorKind.Or when left.IsLogical => Or,
            _ => throw Refusals.Expression(operation),
        };
        if (function.Notation != Notation.Logical && left.IsLogical)
            throw Refusals.TruthValuesCompared(operation);
        if (function == Divide && operation.Type?.SpecialType is SpecialType.System_Int32)
            throw Refusals.IntegerDivision(operation);
        return Of(function, left, right);
    }

    private static Expression ParseUnary(IUnaryOperation unary, Expression operand) => unary.OperatorKind switch
    {
        UnaryOperatorKind.Minus => -operand,
        UnaryOperatorKind.Plus => operand,
        UnaryOperatorKind.Not => Of(Not, operand),
        _ => throw Refusals.Expression(unary),
    };

    /// <summary>Between float and double the lane decides, so those casts say nothing; a cast to an integer would round.</summary>
    private Expression ParseConversion(IConversionOperation conversion, IReadOnlyDictionary<ISymbol, Expression> values)
    {
        if (!IsNumberOrTruth(conversion.Operand.Type))
            throw Refusals.Expression(conversion.Operand is IConversionOperation or IThrowOperation ? conversion.Operand : conversion);
        if (conversion.OperatorMethod is not null || !IsNumberOrTruth(conversion.Type))
            throw Refusals.Expression(conversion);
        if (conversion.Type?.SpecialType is SpecialType.System_Int32 && conversion.Operand.Type?.SpecialType is not SpecialType.System_Int32)
            throw Refusals.IntegerCast(conversion);
        return Parse(conversion.Operand, values);
    }

    private static bool IsNumberOrTruth(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Int32 or SpecialType.System_Boolean;

    private static Expression Value(ISymbol symbol, IOperation operation, IReadOnlyDictionary<ISymbol, Expression> values) =>
        values.TryGetValue(symbol, out var value) ? value : throw Refusals.Expression(operation);

    /// <summary>A constant with source means its initialiser, whose literals keep their digits.</summary>
    private Expression ParseField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (!field.HasConstantValue)
            throw Refusals.NotConstant(reference);
        var source = field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.Cancellation);
        if (source is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
            && scope.Model(initializer).GetOperation(initializer, scope.Cancellation) is { } value)
        {
            return Parse(value, new Dictionary<ISymbol, Expression>(SymbolEqualityComparer.Default));
        }

        return LiteralParser.Parse(field) ?? throw Refusals.NotConstant(reference);
    }

    private List<Expression> Arguments(IInvocationOperation call, IReadOnlyDictionary<ISymbol, Expression> values) =>
    [
        .. call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument =>
            argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter }
                ? ParseDefault(parameter) ?? throw Refusals.ForeignCall(call)
                : Parse(argument.Value, values)),
    ];

    /// <summary>A default value: by its source where there is one, so that literals keep their digits.</summary>
    public Expression? ParseDefault(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.Cancellation) is ParameterSyntax { Default.Value: { } value }
        && scope.Model(value).GetOperation(value, scope.Cancellation) is { } operation
            ? Parse(operation, new Dictionary<ISymbol, Expression>(SymbolEqualityComparer.Default))
            : LiteralParser.OfValue(parameter.ExplicitDefaultValue);
}
