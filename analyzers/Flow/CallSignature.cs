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

    public CallSignature? Of(IMethodSymbol method) => _known.GetOrAdd(method.OriginalDefinition, Read);

    /// <summary>The text of a method's <c>[return: Shape]</c>.</summary>
    public string? StatedResult(IMethodSymbol method) => ShapeText(method.GetReturnTypeAttributes());

    /// <summary>The tensor inputs of a call, in the order of the signature; the receiver is not among them.</summary>
    /// <param name="method">The method.</param>
    /// <param name="withScalars">Whether numbers stand in the place of tensors, as in <c>x + 2</c>.</param>
    public IEnumerable<IParameterSymbol> TensorParameters(IMethodSymbol method, bool withScalars = false) =>
        method.Parameters.Where(parameter => (parameter.Name != "destination" || parameter.Type.Name == "Dims") && parameter.RefKind != RefKind.Out
            && (symbols.IsTensor(parameter.Type) || symbols.IsTensorList(parameter.Type) || (withScalars && symbols.IsScalar(parameter.Type))));

    private CallSignature? Read(IMethodSymbol method)
    {
        var attribute = TensorSymbols.Attribute(method, symbols.OperatorSignature);
        if (attribute is null && method.AssociatedExtensionImplementation is { } implementation)
            attribute = TensorSymbols.Attribute(implementation, symbols.OperatorSignature);

        if (attribute is null)
            return ReadShapes(method);
        return attribute.ConstructorArguments is [{ Value: string name }, { Value: string text }]
            && SignatureParser.Parse(text).Signature is { } signature ? new CallSignature(name, signature, Sentences(attribute)) : null;
    }

    /// <summary>The shapes of a method that is no operator: what its parameters state, and what it returns. Null where it states none.</summary>
    private CallSignature? ReadShapes(IMethodSymbol method)
    {
        var result = ShapeText(method.GetReturnTypeAttributes());
        var texts = TensorParameters(method).Select(parameter => (Parameter: parameter, Text: ShapeText(parameter.GetAttributes()))).ToList();
        if (result is null && texts.All(item => item.Text is null))
            return null;

        // Together, so that the result may compute with the names of the inputs. A tensor without a stated shape may have any.
        var inputs = texts.Select((item, index) => item.Text is { } text && SignatureParser.ParseShape(text).Shape is { } pattern
            ? $"{Dim.Join(pattern.Dims)}{(symbols.IsTensorList(item.Parameter.Type) ? "[]" : "")}{(IsOptional(item.Parameter) ? "?" : "")}"
            : $"any{index}...{(symbols.IsTensorList(item.Parameter.Type) ? "[]" : "")}?");
        var parsed = SignatureParser.Parse($"{string.Join(", ", inputs)} -> {result}").Signature ?? SignatureParser.Parse($"{string.Join(", ", inputs)} -> ").Signature;
        if (parsed is null)
            return null;

        // The receiver of a method with an attribute is a module or the like, not a tensor whose shape the attributes speak of.
        return new CallSignature(null, result is null ? parsed with { Outputs = EquatableArray<OutputPattern>.Empty } : parsed, EquatableArray<ShapeSentence>.Empty);
    }

    private static bool IsOptional(IParameterSymbol parameter) => parameter.IsOptional || parameter.NullableAnnotation == NullableAnnotation.Annotated;

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

    private string? ShapeText(IEnumerable<AttributeData> attributes) => attributes
        .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.ShapeAttribute))
        .Select(attribute => attribute.ConstructorArguments is [{ Value: string text }] ? text : null)
        .FirstOrDefault();
}
