using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Modules;

/// <summary>The type parameter of a module that stands for the elements of its tensors, as in <c>Linear&lt;T&gt;</c>.</summary>
internal static class ElementParameter
{
    // What every type that implements IFloatingPointIeee754 implements too: constraints that any of them meets.
    private static readonly HashSet<string> s_implied =
    [
        "IFloatingPointIeee754", "IFloatingPoint", "IFloatingPointConstants", "INumber", "INumberBase", "ISignedNumber",
        "IExponentialFunctions", "IHyperbolicFunctions", "ILogarithmicFunctions", "IPowerFunctions", "IRootFunctions", "ITrigonometricFunctions",
        "IAdditionOperators", "IAdditiveIdentity", "IComparisonOperators", "IDecrementOperators", "IDivisionOperators", "IEqualityOperators",
        "IIncrementOperators", "IModulusOperators", "IMultiplicativeIdentity", "IMultiplyOperators", "ISubtractionOperators",
        "IUnaryNegationOperators", "IUnaryPlusOperators",
        "IComparable", "IEquatable", "IFormattable", "IParsable", "ISpanFormattable", "ISpanParsable", "IUtf8SpanFormattable", "IUtf8SpanParsable",
    ];

    /// <summary>The parameter; <see langword="null"/> if the class has none, has others too, or not all floating-point types fit it.</summary>
    public static ITypeParameterSymbol? Of(INamedTypeSymbol type)
    {
        if (type.TypeParameters.Length != 1 || IsInGeneric(type))
            return null;
        var parameter = type.TypeParameters[0];
        return parameter.HasUnmanagedTypeConstraint && parameter.ConstraintTypes.All(IsImplied) ? parameter : null;
    }

    private static bool IsImplied(ITypeSymbol constraint) =>
        constraint.ContainingNamespace?.ToDisplayString() is "System.Numerics" or "System" && s_implied.Contains(constraint.Name);

    private static bool IsInGeneric(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType)
                return true;
        }

        return false;
    }
}
