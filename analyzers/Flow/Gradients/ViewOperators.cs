using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Methods whose result shows the elements of their tensor.</summary>
internal static class ViewOperators
{
    private static readonly ImmutableHashSet<string> Names =
    [
        "Transpose", "Permute", "Select", "Narrow", "Squeeze", "Unsqueeze", "Expand", "ExpandAs", "View", "ViewAs", "Swapaxes", "Swapdims", "Movedim", "Moveaxis", "Diagonal",
        "BroadcastTo", "Unfold",
    ];

    // A copy is made only where the elements do not lie in order.
    private static readonly ImmutableHashSet<string> Sometimes = ["Reshape", "ReshapeAs", "Flatten", "Ravel", "Unflatten", "Contiguous"];

    public static bool IsView(string method) => Names.Contains(method);

    /// <summary>The same of a method of the library, where no metadata says it.</summary>
    public static bool IsView(IMethodSymbol method) => method.ContainingNamespace?.Name == "DslTensors" && Names.Contains(method.Name);

    /// <summary>Whether the result may be a view or a copy.</summary>
    public static bool MayBeView(string method) => Sometimes.Contains(method);
}
