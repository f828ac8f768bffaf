using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The shapes that a method states: an operator's signature, or the <c>[Shape]</c>s of a user's method.</summary>
/// <param name="Name">The operator's PyTorch name; null for a method that is no operator.</param>
/// <param name="Signature">What goes in and comes out.</param>
/// <param name="Sentences">What PyTorch says of inputs that do not fit, where the operator states it.</param>
internal sealed record CallSignature(string? Name, Signature Signature, EquatableArray<ShapeSentence> Sentences)
{
    public bool IsOperator => Name is not null;
}

/// <summary>A <c>[ShapeError]</c>: the sentence for one input, with places for shapes and sizes in braces.</summary>
internal sealed record ShapeSentence(string Input, bool IsAboutRank, string Text);

/// <summary>Reads the shapes of methods from their attributes, whether they come from source or from metadata.</summary>
internal sealed class CallSignatures(TensorSymbols symbols)
{
    private readonly ConcurrentDictionary<IMethodSymbol, CallSignature?> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IParameterSymbol>> _tensors = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IParameterSymbol>> _withScalars = new(SymbolEqualityComparer.Default);

    public CallSignature? Of(IMethodSymbol method) => _known.GetOrAdd(method.OriginalDefinition, Read);

    /// <summary>The text of a method's <c>[return: Shape]</c>.</summary>
    public string? StatedResult(IMethodSymbol method) => StatedSignature.TextOf(method.GetReturnTypeAttributes(), symbols);

    /// <inheritdoc cref="StatedSignature.TensorParameters"/>
    public IReadOnlyList<IParameterSymbol> TensorParameters(IMethodSymbol method, bool withScalars = false) =>
        (withScalars ? _withScalars : _tensors).GetOrAdd(method.OriginalDefinition, definition => StatedSignature.TensorParameters(definition, symbols, withScalars).ToList());

    private CallSignature? Read(IMethodSymbol method)
    {
        var attribute = TensorSymbols.Attribute(method, symbols.OperatorSignature);
        if (attribute is null && method.AssociatedExtensionImplementation is { } implementation)
            attribute = TensorSymbols.Attribute(implementation, symbols.OperatorSignature);

        if (attribute is null && TensorSymbols.Attribute(method, symbols.Signature) is { ConstructorArguments: [{ Value: string whole }] })
            return SignatureParser.Parse(whole).Signature is { } stated ? new CallSignature(null, stated, EquatableArray<ShapeSentence>.Empty) : null;
        if (attribute is null)
            return ReadShapes(method);
        return attribute.ConstructorArguments is [{ Value: string name }, { Value: string text }]
            && SignatureParser.Parse(text).Signature is { } signature ? new CallSignature(name, signature, Sentences(attribute)) : null;
    }

    /// <summary>The shapes of a method that is no operator. Null where it states none.</summary>
    private CallSignature? ReadShapes(IMethodSymbol method) => StatedSignature.Of(method, symbols) is { } signature
        ? new CallSignature(null, signature, EquatableArray<ShapeSentence>.Empty)
        : null;

    private EquatableArray<ShapeSentence> Sentences(AttributeData signature)
    {
        if (signature.NamedArguments.FirstOrDefault(argument => argument.Key == "Declaration").Value.Value is not INamedTypeSymbol declaration)
            return EquatableArray<ShapeSentence>.Empty;

        return declaration.GetAttributes()
            .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.ShapeError))
            .Select(attribute => attribute.ConstructorArguments is [{ Value: string input }, { Value: int fault }, { Value: string text }]
                ? new ShapeSentence(input, fault == 0, text)
                : null)
            .OfType<ShapeSentence>()
            .ToEquatableArray();
    }
}
