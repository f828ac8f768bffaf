using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>What the declaration of a module's type tells of its objects.</summary>
/// <param name="HasParameters">It, or a child, declares a parameter.</param>
/// <param name="HasModes">It, or a child, computes differently in training and evaluation.</param>
/// <param name="IsOpen">What is in it is not all visible.</param>
/// <param name="CutsGraph">Its code mentions something that stops gradients.</param>
internal sealed record ModuleTraits(bool HasParameters, bool HasModes, bool IsOpen, bool CutsGraph)
{
    private static readonly ConditionalWeakTable<ITypeSymbol, ModuleTraits> Known = new();
    private static readonly ConditionalWeakTable<ITypeSymbol, HashSet<string>> Words = new();

    private static readonly HashSet<string> Cuts = ["NoGrad", "Detach", "Inference", "InferenceMode", "RequiresGrad", "Data", "Grad"];

    public static ModuleTraits Of(ITypeSymbol type) => Known.GetValue(type, static symbol => Read(symbol, 0));

    /// <summary>The traits of a module, with what is known of the layers of a container.</summary>
    public static ModuleTraits Of(ModuleFlow module)
    {
        var own = Of(module.Type);
        if (module.Items is not ListFlow { Items: var items })
            return own;
        var parts = items.Select(item => item is ModuleFlow inner ? Of(inner) : new ModuleTraits(false, false, true, true)).ToList();
        return new ModuleTraits(
            own.HasParameters || parts.Any(part => part.HasParameters), own.HasModes || parts.Any(part => part.HasModes), parts.Any(part => part.IsOpen), parts.Any(part => part.CutsGraph));
    }

    public static bool IsModule(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Module", ContainingNamespace.Name: "DslTensors" })
                return true;
            if (current.TypeKind == TypeKind.Class && current.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ModuleAttribute", ContainingNamespace.Name: "DslTensors" }))
                return true;
        }

        return false;
    }

    private static ModuleTraits Read(ITypeSymbol type, int depth)
    {
        var traits = new ModuleTraits(false, false, depth > 6 || type.TypeKind != TypeKind.Class || type.Name is "Module", false);
        for (var current = type; current is { SpecialType: not SpecialType.System_Object } && depth <= 6; current = current.BaseType)
        {
            if (current.ContainingNamespace?.Name == "DslTensors")
            {
                traits = traits with
                {
                    HasModes = traits.HasModes || current.Name.Contains("Dropout") || current.Name.StartsWith("BatchNorm", System.StringComparison.Ordinal),
                    IsOpen = traits.IsOpen || current.Name is "Sequential" or "ModuleList" or "ModuleDict",
                };
            }

            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol property && TensorFacts.IsModuleParameter(property))
                    traits = traits with { HasParameters = true };
                else if (MemberType(member) is { } child)
                    traits = With(traits, child, member, depth);
            }

            traits = traits with
            {
                CutsGraph = traits.CutsGraph || Cuts.Overlaps(WordsOf(current)),
                HasModes = traits.HasModes || WordsOf(current).Contains("Training"),
            };
        }

        return traits;
    }

    /// <summary>The names in the code of a type; none where it is compiled.</summary>
    private static HashSet<string> WordsOf(ITypeSymbol type) => Words.GetValue(type, static key =>
        [.. key.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes()).OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)]);

    private static ModuleTraits With(ModuleTraits traits, ITypeSymbol child, ISymbol member, int depth)
    {
        var part = Known.TryGetValue(child, out var known) ? known : Read(child, depth + 1);

        // The layers of a container are written where it is declared.
        var written = part.IsOpen ? LayersIn(member) : [];
        return new ModuleTraits(
            traits.HasParameters || part.HasParameters || written.Any(name => name is "Linear" || name.StartsWith("Conv", System.StringComparison.Ordinal)),
            traits.HasModes || part.HasModes || written.Any(name => name.Contains("Dropout") || name.StartsWith("BatchNorm", System.StringComparison.Ordinal)),
            traits.IsOpen || (part.IsOpen && written.Count == 0),
            traits.CutsGraph || part.CutsGraph);
    }

    private static List<string> LayersIn(ISymbol member) => member.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax().DescendantNodes())
        .OfType<ObjectCreationExpressionSyntax>()
        .Select(creation => creation.Type is SimpleNameSyntax name ? name.Identifier.ValueText : "")
        .ToList();

    private static ITypeSymbol? MemberType(ISymbol member)
    {
        var type = member switch
        {
            IPropertySymbol { IsStatic: false } property => property.Type,
            IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => field.Type,
            _ => null,
        };
        if (IsModule(type))
            return type;
        return type is INamedTypeSymbol { Name: "ModuleList" or "List" or "IReadOnlyList", TypeArguments: [var element] } && IsModule(element) ? element : null;
    }
}
