using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Looks up what is known of tensors and their gradients.</summary>
internal static class TensorFacts
{
    public static TensorFact? At(FlowState state, SyntaxNode origin) => state[new TensorKey(origin)] as TensorFact
        ?? (origin is ParameterSyntax ? new TensorFact(GradState.Unknown, origin) { HasUnknownSource = true } : null);

    public static TensorFact? Of(FlowState state, FlowValue value) => value is TensorFlow { Origin: { } origin } ? At(state, origin) : null;

    /// <summary>What is known of a value that is written as an operation: a parameter of a module trains, integers never do.</summary>
    public static TensorFact? Of(FlowState state, FlowValue value, IOperation? operation)
    {
        if (operation is null)
            return Of(state, value);
        if (IsInteger(operation.Type))
            return new TensorFact(GradState.None, operation.Syntax) { Reason = NoGraph.Integers, ReasonAt = new NodeRef(operation.Syntax) };
        if (Of(state, value) is { } known)
            return known;
        return Unconverted(operation) is IPropertyReferenceOperation { Property: var property } && IsModuleParameter(property) && !Freezing.IsMentioned(operation.Syntax.SyntaxTree)
            ? new TensorFact(GradState.Required, operation.Syntax) { IsLeaf = true, IsParameter = true }
            : null;
    }

    /// <summary>The value of a variable that is written to or whose member is set.</summary>
    public static FlowValue ValueOf(FlowState state, IOperation? operation) => Unconverted(operation) switch
    {
        ILocalReferenceOperation { Local: var local } => state[local],
        IParameterReferenceOperation { Parameter: var parameter } => state[parameter],
        IFlowCaptureReferenceOperation { Id: var id } => state[id],
        IFieldReferenceOperation { Field: var field } => state[new MemberKey(field)],
        IPropertyReferenceOperation { Property: var property, Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } when state[new MemberKey(property)] is TensorFlow held => held,
        IPropertyReferenceOperation { Property.Name: "Data" } reference => new TensorFlow(SymbolicShape.Unknown, reference.Syntax),
        IInvocationOperation { Syntax: var call } => new TensorFlow(SymbolicShape.Unknown, call),
        _ => FlowValue.Unknown,
    };

    /// <summary>The variable, field or property of this object that an expression is; null where it is something else.</summary>
    public static ISymbol? SymbolOf(IOperation? operation) => Unconverted(operation) switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation } => field,
        IPropertyReferenceOperation { Property: var property, Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } => property,
        _ => null,
    };

    public static IOperation? Unconverted(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, Operand: var operand })
            operation = operand;
        return operation;
    }

    public static bool IsTensor(ITypeSymbol? type) => type is { Name: "Tensor", ContainingNamespace.Name: "DslTensors" };

    public static bool IsInteger(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Tensor", TypeArguments: [{ SpecialType: SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Boolean }] };

    public static bool IsModuleParameter(IPropertySymbol property) =>
        property.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ParameterAttribute", ContainingNamespace.Name: "DslTensors" });

    /// <summary>The tensors given to a call, those of lists one by one; the value is unknown where a tensor is.</summary>
    public static IEnumerable<(string Name, IOperation? Operation, FlowValue Value)> Inputs(CallEvent call)
    {
        foreach (var item in call.Arguments)
        {
            var name = item.Parameter?.Name ?? call.Method.ContainingType.ExtensionParameter?.Name ?? "input";
            if (name == "destination" || item.Value is NullFlow)
                continue;
            if (item.Value is ListFlow { Items: var items } && items.Any(element => element is TensorFlow))
            {
                foreach (var element in items)
                    yield return (name, item.Operation, element);
            }
            else if (item.Value is TensorFlow || IsTensor(item.Operation?.Type) || IsTensor(item.Parameter?.Type) || IsList(item.Parameter?.Type))
            {
                yield return (name, item.Operation, item.Value);
            }
        }
    }

    private static bool IsList(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => IsTensor(element),
        INamedTypeSymbol { TypeArguments: [var element] } => IsTensor(element),
        _ => false,
    };
}

/// <summary>The key of a field of this object, or a static one, that was assigned in the method.</summary>
internal sealed record MemberKey(ISymbol Member)
{
    public bool Equals(MemberKey? other) => other is not null && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Member);
}
