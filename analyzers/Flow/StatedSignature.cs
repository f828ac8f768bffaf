using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The signature that the <c>[Shape]</c>s of a method make together, so that the result may compute with the names of the inputs.</summary>
internal static class StatedSignature
{
    /// <summary>Null where nothing is stated, or where it cannot be read.</summary>
    public static Signature? Of(IMethodSymbol method, TensorSymbols symbols)
    {
        var result = TextOf(method.GetReturnTypeAttributes(), symbols);
        if (result is null && TensorParameters(method, symbols).All(parameter => TextOf(parameter.GetAttributes(), symbols) is null))
            return null;
        if (result is not null && SignatureParser.Parse($"{Inputs(method, symbols)} -> {result}").Signature is { } complete)
            return complete;
        return SignatureParser.Parse($"{Inputs(method, symbols)} -> ").Signature is { } inputs ? inputs with { Outputs = EquatableArray<OutputPattern>.Empty } : null;
    }

    /// <summary>Whether the result can be read beside the inputs.</summary>
    public static bool IsReadable(IMethodSymbol method, string result, TensorSymbols symbols) => SignatureParser.Parse($"{Inputs(method, symbols)} -> {result}").Signature is not null;

    /// <summary>The text of a <c>[Shape]</c>.</summary>
    public static string? TextOf(IEnumerable<AttributeData> attributes, TensorSymbols symbols) => attributes
        .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.ShapeAttribute))
        .Select(attribute => attribute.ConstructorArguments is [{ Value: string text }] ? text : null)
        .FirstOrDefault();

    /// <summary>The tensor inputs of a call, in the order of the signature; the receiver is not among them.</summary>
    /// <param name="method">The method.</param>
    /// <param name="symbols">The library.</param>
    /// <param name="withScalars">Whether numbers stand in the place of tensors, as in <c>x + 2</c>.</param>
    public static IEnumerable<IParameterSymbol> TensorParameters(IMethodSymbol method, TensorSymbols symbols, bool withScalars = false) =>
        method.Parameters.Where(parameter => (parameter.Name != "destination" || parameter.Type.Name == "Dims") && parameter.RefKind != RefKind.Out
            && (symbols.IsTensor(parameter.Type) || symbols.IsTensorList(parameter.Type) || (withScalars && symbols.IsScalar(parameter.Type))
                || (IsWhole(method, symbols) && (symbols.IsTensorOrMask(parameter.Type) || symbols.TensorsIn(parameter.Type) > 0))));

    /// <summary>Whether one <c>[Signature]</c> states all shapes, those of tuples and masks too.</summary>
    private static bool IsWhole(IMethodSymbol method, TensorSymbols symbols) => TensorSymbols.Attribute(method, symbols.Signature) is not null;

    // A tensor without a stated shape may have any.
    private static string Inputs(IMethodSymbol method, TensorSymbols symbols) => string.Join(", ", TensorParameters(method, symbols).Select((parameter, index) =>
    {
        var list = symbols.IsTensorList(parameter.Type) ? "[]" : "";
        return TextOf(parameter.GetAttributes(), symbols) is { } text && SignatureParser.ParseShape(text).Shape is { } pattern
            ? $"{Dim.Join(pattern.Dims)}{list}{(parameter.IsOptional || parameter.NullableAnnotation == NullableAnnotation.Annotated ? "?" : "")}"
            : $"any{index}...{list}?";
    }));
}
