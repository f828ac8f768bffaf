using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4001, DSLT4002, DSLT4003, DSLT4005: members of a module that are not registered, registered twice, or not used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModuleMembersAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [TrainingDescriptors.Collection, TrainingDescriptors.Tensor, TrainingDescriptors.Key, TrainingDescriptors.Unused];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("DslTensors.Module") is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !ModuleTraits.IsModule(type))
            return;
        var code = new ModuleCode(type, context.CancellationToken);
        if (code.Mentions("OwnChildren") || code.Mentions("OwnParameters"))
            return;

        foreach (var member in type.GetMembers().Where(member => member is { IsStatic: false, IsImplicitlyDeclared: false } and (IPropertySymbol { IsIndexer: false } or IFieldSymbol)))
        {
            CheckCollection(member, code, context);
            CheckTensor(member, code, context);
            CheckUse(member, type, code, context);
        }

        CheckKeys(type, code, context);
    }

    private static void CheckCollection(ISymbol member, ModuleCode code, SymbolAnalysisContext context)
    {
        var declared = TypeOf(member);
        if (ModuleTraits.IsModule(declared) || ElementOf(declared) is not { } element || !(ModuleTraits.IsModule(element) || element is { Name: "IForward", ContainingNamespace.Name: "DslTensors" }) || !code.CreatesElements(member.Name))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            TrainingDescriptors.Collection,
            member.Locations[0],
            ModuleCode.ListInstead(member, element),
            $"The modules in '{member.Name}' are not registered: Parameters(), StateDict(), Train() and To() pass over a {declared.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}. Use ModuleList<{element.Name}>"));
    }

    private static void CheckTensor(ISymbol member, ModuleCode code, SymbolAnalysisContext context)
    {
        if (!TensorFacts.IsTensor(TypeOf(member)) || TensorFacts.IsInteger(TypeOf(member)) || HasTensorAttribute(member) || member is IPropertySymbol { SetMethod: { IsInitOnly: false } })
            return;
        var isTrained = code.SetsRequiresGrad(member.Name);
        var isNeutral = !isTrained && code.IsNeutral(member);
        if (!isTrained && !isNeutral && !(code.IsDrawn(member.Name) && code.UsesInForward(member.Name)))
            return;
        if (code.IsAssignedOutsideConstruction(member.Name) || code.IsRegistered(member.Name))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            TrainingDescriptors.Tensor,
            member.Locations[0],
            isTrained
                ? $"'{member.Name}' requires gradients, but is not registered: no optimizer gets it from Parameters(), and no state dict saves it. Declare it as a property: [Parameter(...)] public partial {Shown(member)} {{ get; set; }} = ..."
                : isNeutral
                ? $"'{member.Name}' changes nothing as long as nobody trains it, and it is not registered: no optimizer gets it from Parameters(), and no state dict saves it. Declare it as a property: [Parameter(...)] public partial {Shown(member)} {{ get; set; }} = ..."
                : $"'{member.Name}' is drawn at random and used in Forward, but is not registered: it is not trained, and a saved model loses it. Declare it as a partial property with [Parameter(...)], or with [Buffer(...)] if it is not to be trained"));
    }

    private static void CheckUse(ISymbol member, INamedTypeSymbol type, ModuleCode code, SymbolAnalysisContext context)
    {
        var isParameter = member is IPropertySymbol property && TensorFacts.IsModuleParameter(property);
        if ((!isParameter && !ModuleTraits.IsModule(TypeOf(member))) || type.IsAbstract || !code.HasForward || member.IsOverride || member is IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } || IsOfInterface(member, type))
            return;
        if (member is IPropertySymbol { PartialImplementationPart: null, PartialDefinitionPart: not null } || code.Uses(member.Name) || code.WalksMembers)
            return;
        var names = CallNames.Of(context.Compilation);
        if (member.DeclaredAccessibility != Accessibility.Private && (names.MentionsMember(member.Name) || names.IsBase(type.Name)))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            TrainingDescriptors.Unused,
            member.Locations[0],
            $"Nothing uses '{member.Name}': Forward computes without it, so it never gets a gradient. Use it, or remove it"));
    }

    private static void CheckKeys(INamedTypeSymbol type, ModuleCode code, SymbolAnalysisContext context)
    {
        var declared = type.GetMembers().Where(member => member is { IsStatic: false, IsImplicitlyDeclared: false } && (HasTensorAttribute(member) || ModuleTraits.IsModule(TypeOf(member)))).GroupBy(member => member.KeyOf()).ToDictionary(group => group.Key, group => group.First().Name);
        foreach (var (call, key, earlier) in code.Registrations(declared))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                TrainingDescriptors.Key,
                call.GetLocation(),
                $"The name \"{key}\" in the state dict is taken by {earlier}. Give this one another name"));
        }
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => element,
        INamedTypeSymbol { TypeArguments: [var element], ContainingNamespace: var space } when space?.ToDisplayString() == "System.Collections.Generic" => element,
        INamedTypeSymbol { Name: "Dictionary" or "IReadOnlyDictionary" or "SortedDictionary", TypeArguments: [_, var element] } => element,
        _ => null,
    };

    private static bool IsOfInterface(ISymbol member, INamedTypeSymbol type) =>
        type.AllInterfaces.SelectMany(item => item.GetMembers(member.Name)).Any();

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : member is IFieldSymbol field ? field.Type : null!;

    private static bool HasTensorAttribute(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ParameterAttribute" or "BufferAttribute", ContainingNamespace.Name: "DslTensors" });

    private static string Shown(ISymbol member) => $"{TypeOf(member).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {char.ToUpperInvariant(member.Name.TrimStart('_')[0])}{member.Name.TrimStart('_').Substring(1)}";
}
