using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Modules;

/// <summary>Finds the one public <c>Forward</c> with one input, which other modules can call through an interface.</summary>
internal static class ForwardParser
{
    /// <summary>The types as written, with their namespaces and question marks.</summary>
    public static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The method's types; null when there is no such method, or several, or its types fit no interface.</summary>
    public static ForwardModel? Parse(INamedTypeSymbol type)
    {
        var candidates = type.GetMembers("Forward").OfType<IMethodSymbol>().Where(IsCandidate).ToList();
        if (candidates.Count != 1)
            return null;
        var (input, output) = (candidates[0].Parameters[0], candidates[0].ReturnType);
        return input.RefKind == RefKind.None && !candidates[0].ReturnsVoid && candidates[0].RefKind == RefKind.None && FitsTypeArgument(input.Type) && FitsTypeArgument(output)
            ? new ForwardModel(input.Type.ToDisplayString(TypeFormat), output.ToDisplayString(TypeFormat))
            : null;
    }

    private static bool IsCandidate(IMethodSymbol method) =>
        method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsGenericMethod: false, Parameters.Length: 1 };

    private static bool FitsTypeArgument(ITypeSymbol type) => type is { IsRefLikeType: false, TypeKind: not (TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer) };
}
