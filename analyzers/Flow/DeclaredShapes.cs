using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Shapes that attributes state for parameters, properties and fields. They are believed.</summary>
internal sealed class DeclaredShapes(TensorSymbols symbols)
{
    /// <summary>What is known of a method's parameters when it begins.</summary>
    public FlowState Enter(IMethodSymbol method, FlowState state, FlowContext context)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind == RefKind.None)
                state = state.With(parameter, Entering(parameter, context));
        }

        return state;
    }

    /// <summary>What is known of one parameter when its method begins.</summary>
    public FlowValue Entering(IParameterSymbol parameter, FlowContext context)
    {
        if (parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
            return new IntFlow(SymbolicSize.Integer(NameOf(parameter.Name, parameter, context)));
        if (symbols.IsTensor(parameter.Type))
            return new TensorFlow(Stated(parameter) is { } pattern ? ShapeOf(pattern, name => SizeOf(name, parameter, context)) : SymbolicShape.Unknown, Origin(parameter))
            {
                MayBeNull = parameter.NullableAnnotation != NullableAnnotation.NotAnnotated,
            };
        return FlowValue.Unknown;
    }

    /// <summary>The stated shape of a property or a field; its names are parameters of its object's constructor.</summary>
    public FlowValue ValueOf(ISymbol member, ModuleFlow? instance)
    {
        if (Stated(member) is { } pattern)
            return new TensorFlow(ShapeOf(pattern, SizeIn), Origin(member)) { MayBeNull = true };

        var attribute = TensorSymbols.Attribute(member, symbols.ParameterAttribute) ?? TensorSymbols.Attribute(member, symbols.BufferAttribute);

        // Without sizes, the initial value has the shape.
        return attribute is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, Values.IsEmpty: false } sizes] }
            ? new TensorFlow(SymbolicShape.Of(sizes.Values.Select(SizeOfEntry)), Origin(member)) { MayBeNull = true }
            : FlowValue.Unknown;

        SymbolicSize SizeIn(string name) => instance?[name] is IntFlow { Size: var size } ? size : SymbolicSize.Unknown;

        SymbolicSize SizeOfEntry(TypedConstant entry) => entry.Value switch
        {
            int number => number,
            string text when SignatureParser.ParseShape(text).Shape is { Dims: [NamedDim { Name: var name }] } => SizeIn(name),
            string text when SignatureParser.ParseShape(text).Shape is { Dims: [ExpressionDim { Expression: var expression }] } => SizeExpressions.Evaluate(expression, SizeIn),
            _ => SymbolicSize.Unknown,
        };
    }

    /// <summary>A pattern as a shape: names are looked up, and open-ended dimensions leave only the last ones known.</summary>
    public static SymbolicShape ShapeOf(ShapePattern pattern, System.Func<string, SymbolicSize> sizeOf)
    {
        var sizes = new List<SymbolicSize>();
        var isOpen = false;
        foreach (var dim in pattern.Dims)
        {
            switch (dim)
            {
                case LiteralDim { Value: var value }:
                    sizes.Add(value);
                    break;
                case NamedDim { Name: var name }:
                    sizes.Add(sizeOf(name));
                    break;
                case ExpressionDim { Expression: var expression }:
                    sizes.Add(SizeExpressions.Evaluate(expression, sizeOf));
                    break;
                default:
                    sizes.Clear();
                    isOpen = true;
                    break;
            }
        }

        return isOpen ? SymbolicShape.Ending(sizes) : SymbolicShape.Of(sizes);
    }

    /// <summary>The size that a name in a method's shapes stands for: an integer of the constructor, or one that is known by its name only.</summary>
    public static SymbolicSize SizeOf(string name, IParameterSymbol? parameter, FlowContext context) => context.Instance?[name] is IntFlow { Size: { IsKnown: true } size }
        ? size
        : SymbolicSize.Named(NameOf(name, parameter, context));

    public ShapePattern? Stated(ISymbol symbol) =>
        TensorSymbols.Attribute(symbol, symbols.ShapeAttribute) is { ConstructorArguments: [{ Value: string text }] }
            ? SignatureParser.ParseShape(text).Shape
            : null;

    // The names of a function inside a method are its own.
    private static string NameOf(string name, IParameterSymbol? parameter, FlowContext context)
    {
        var isNested = parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } };
        if (isNested && parameter!.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } function)
            return context.NameOf(function, name.GetHashCode(), name);
        if (context.Calls.Depth > 0)
            return $"{name}@{context.Calls.Depth}";
        context.Reserve(name);
        return name;
    }

    private static SyntaxNode? Origin(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}
