using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Shapes that attributes state for parameters, properties and fields. They are believed.</summary>
internal sealed class DeclaredShapes(TensorSymbols symbols)
{
    /// <summary>What is known of a method's parameters when it begins.</summary>
    public FlowState Enter(IMethodSymbol method, FlowState state)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind == RefKind.None)
                state = state.With(parameter, ValueOf(parameter));
        }

        return state;
    }

    /// <summary>The stated shape of a property or a field; sizes that are only named belong to another scope and stay unknown.</summary>
    public FlowValue ValueOf(ISymbol member)
    {
        if (Stated(member) is { } pattern)
            return new TensorFlow(ShapeOf(pattern, keepsNames: false), Origin(member));

        var attribute = TensorSymbols.Attribute(member, symbols.ParameterAttribute) ?? TensorSymbols.Attribute(member, symbols.BufferAttribute);
        return attribute is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } sizes] }
            ? new TensorFlow(SymbolicShape.Of(sizes.Values.Select(size => size.Value is int number ? number : SymbolicSize.Unknown)), Origin(member))
            : FlowValue.Unknown;
    }

    private FlowValue ValueOf(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
            return new IntFlow(SymbolicSize.Named(parameter.Name));
        return symbols.IsTensor(parameter.Type) && Stated(parameter) is { } pattern
            ? new TensorFlow(ShapeOf(pattern, keepsNames: true), Origin(parameter))
            : FlowValue.Unknown;
    }

    private ShapePattern? Stated(ISymbol symbol) =>
        TensorSymbols.Attribute(symbol, symbols.ShapeAttribute) is { ConstructorArguments: [{ Value: string text }] }
            ? SignatureParser.ParseShape(text).Shape
            : null;

    private static SymbolicShape ShapeOf(ShapePattern pattern, bool keepsNames)
    {
        var sizes = new List<SymbolicSize>();
        foreach (var dim in pattern.Dims)
        {
            switch (dim)
            {
                case LiteralDim { Value: var value }:
                    sizes.Add(value);
                    break;
                case NamedDim { Name: var name } when keepsNames:
                    sizes.Add(SymbolicSize.Named(name));
                    break;
                case RestDim or EllipsisDim:
                    return SymbolicShape.Unknown;
                default:
                    sizes.Add(SymbolicSize.Unknown);
                    break;
            }
        }

        return SymbolicShape.Of(sizes);
    }

    private static SyntaxNode? Origin(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}
