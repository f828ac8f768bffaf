using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Whether a call of a module surely keeps some of its weights for backward: those that the gradient of what comes into a layer needs.</summary>
internal static class ModuleWeights
{
    private const int Deepest = 4;

    /// <summary>Whether weights are kept.</summary>
    /// <param name="declared">The type that the module is declared with.</param>
    /// <param name="module">What is known of the module.</param>
    /// <param name="needsInput">Whether the gradient of the input is asked; of a single layer it is the only thing that needs the weight.</param>
    public static bool AreKept(ITypeSymbol declared, FlowValue? module, bool needsInput) =>
        (module is ModuleFlow flow ? Layers(flow) : ModuleTraits.Of(declared).CutsGraph ? 0 : Layers(declared, 0)) >= (needsInput ? 1 : 2);

    /// <summary>Whether a type is a layer of the library with one weight.</summary>
    public static bool IsLayer(string type) => type is "Linear" or "Conv1d" or "Conv2d" or "Conv3d";

    private static int Layers(ModuleFlow module)
    {
        if (ModuleTraits.Of(module).CutsGraph)
            return 0;
        return module.Items is ListFlow { Items: var items } ? items.Sum(item => item is ModuleFlow part ? Layers(part) : 0) : Layers(module.Type, 0);
    }

    private static int Layers(ITypeSymbol type, int depth)
    {
        if (type.ContainingNamespace?.Name == "DslTensors")
            return IsLayer(type.Name) ? 1 : 0;

        // What Forward does not name may not take part.
        if (depth > Deepest || type.GetMembers("Forward").OfType<IMethodSymbol>().ToList() is not [{ } forward] || forward.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax body || body.DescendantNodes().Any(IsChoice))
            return 0;
        var names = new HashSet<string>(body.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText));
        var count = 0;
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(property => names.Contains(property.Name) && ModuleTraits.IsModule(property.Type)))
            count += property.Type.Name == "Sequential" ? LayersIn(property) : Layers(property.Type, depth + 1);
        return count;
    }

    private static int LayersIn(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax().DescendantNodes())
        .Count(node => node is ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: var name } } && IsLayer(name));

    private static bool IsChoice(SyntaxNode node) => node is IfStatementSyntax or ConditionalExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax;
}
