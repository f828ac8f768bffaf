using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Modules;

/// <summary>Decides by its type how a field is copied, and how it is converted when the module gets other elements.</summary>
/// <param name="element">The type parameter that stands for the elements, if there is one.</param>
internal sealed class MemberCopies(ITypeParameterSymbol? element)
{
    private const string Value = "{0}";
    private const string Copier = "{1}";

    private readonly string _other = element?.Name == "TTo" ? "TOther" : "TTo";

    /// <summary>The first field that can't be converted, as the end of a sentence.</summary>
    public string? Obstacle { get; private set; }

    public FieldModel Describe(string name, string label, ITypeSymbol type, bool isHidden)
    {
        var copy = Copy(type);
        var conversion = element is null ? Value : Convert(type, copy);
        if (conversion is null)
            Obstacle ??= $"its member '{label}' is a {type.ToDisplayString()}, which has no form with other elements";
        return new FieldModel(name, label, type.ToDisplayString(ForwardParser.TypeFormat), isHidden, copy, conversion ?? Value);
    }

    private static string? Copy(ITypeSymbol type)
    {
        if (type.IsTensor())
            return "CopyTensor";
        return type.HoldsModule() ? "CopyModule" : null;
    }

    private string? Convert(ITypeSymbol type, string? copy)
    {
        if (SymbolEqualityComparer.Default.Equals(type.TensorElement(), element))
            return $"{Copier}.ConvertElements<{_other}>({Value})";
        if (type.IsTensor() && type.TensorElement() is null)
            return $"{Copier}.ConvertTensor<{_other}>({Value})";
        if (SymbolEqualityComparer.Default.Equals(type, element))
            return $"global::DslTensors.ModuleCopier.ConvertNumber<{element!.Name}, {_other}>({Value})";
        if (copy is not null && (Mentions(type) || HoldsAnyModule(type)))
            return $"{Copier}.ConvertModule<{Substituted(type)}, {_other}>({Value}{(type.IsModuleContainer() ? ", static () => new()" : "")})";
        if (Mentions(type))
            return null;
        return copy is null ? Value : $"{Copier}.{copy}({Value})";
    }

    private static bool HoldsAnyModule(ITypeSymbol type) =>
        type.IsBareModule() || (type.IsModuleContainer() && ((INamedTypeSymbol)type).TypeArguments[0].IsBareModule());

    private bool Mentions(ITypeSymbol type) => type.ToDisplayParts(ForwardParser.TypeFormat).Any(IsElement);

    private string Substituted(ITypeSymbol type) => string.Concat(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
        .ToDisplayParts(ForwardParser.TypeFormat).Select(part => IsElement(part) ? _other : part.ToString()));

    private bool IsElement(SymbolDisplayPart part) => part.Symbol is { } symbol && SymbolEqualityComparer.Default.Equals(symbol, element);
}
