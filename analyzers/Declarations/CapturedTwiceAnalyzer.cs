using System;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Declarations;

/// <summary>
/// DSLT1006: a module keeps a primary-constructor parameter that it also passes to its base class: what the compiler reports as CS9107, which
/// <see cref="CapturedTwiceSuppressor"/> leaves to this rule, as it knows the property to use instead.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapturedTwiceAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DSLT1006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A constructor parameter is kept twice",
        "'{0}' is passed to '{1}' and kept by '{2}' as well, since a method refers to it: two copies that can come to differ. {3}.",
        RuleCategory.Declarations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A primary-constructor parameter that a method refers to lives on as a hidden field. When the base class keeps it too, they are two.",
        helpLinkUri: RuleHelp.LinkTo(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("DslTensors.ModuleAttribute") is { } declares)
                start.RegisterSymbolAction(symbol => Analyze(symbol, declares), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol declares)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, declares)))
            return;
        var passed = type.DeclaringSyntaxReferences
            .Select(reference => ((TypeDeclarationSyntax)reference.GetSyntax(context.CancellationToken)).BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault())
            .SelectMany(static @base => @base?.ArgumentList.Arguments.Select(static argument => argument.Expression) ?? [])
            .OfType<IdentifierNameSyntax>()
            .ToList();
        if (passed.Count == 0)
            return;
        foreach (var parameter in CapturedParameters.Of(type, context.Compilation, context.CancellationToken))
        {
            if (passed.FirstOrDefault(name => name.Identifier.ValueText == parameter.Name) is { } argument)
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.GetLocation(), parameter.Name, type.BaseType!.Name, type.Name, Fix(type, parameter)));
        }
    }

    private static string Fix(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var property = ancestor.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(member =>
                member is { IsStatic: false, DeclaredAccessibility: not Accessibility.Private } && string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            if (property is not null)
                return $"Use '{property.Name}' of '{ancestor.Name}' in the method";
        }

        return $"Give '{type.BaseType!.Name}' a property for it, and use that in the method";
    }
}
