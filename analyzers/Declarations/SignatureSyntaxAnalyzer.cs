using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Declarations;

/// <summary>DSLT1002: the text of a <c>[TensorOp]</c> or a <c>[Shape]</c> is not in the shape language.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SignatureSyntaxAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DSLT1002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The signature cannot be read",
        "The {0} cannot be read: {1}",
        RuleCategory.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Signatures and shapes are written in the shape language, for example \"b n m, b m p -> b n p\".",
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
            var operators = start.Compilation.GetTypeByMetadataName("DslTensors.TensorOpAttribute");
            var shapes = start.Compilation.GetTypeByMetadataName("DslTensors.ShapeAttribute");
            var symbols = TensorSymbols.Find(start.Compilation);
            if (operators is not null || shapes is not null)
                start.RegisterSyntaxNodeAction(node => Analyze(node, operators, shapes, symbols), SyntaxKind.Attribute);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, INamedTypeSymbol? operators, INamedTypeSymbol? shapes, TensorSymbols? symbols)
    {
        var attribute = (AttributeSyntax)context.Node;
        var argument = attribute.ArgumentList?.Arguments.FirstOrDefault(item => item.NameEquals is null);
        if (argument is null || context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is not { } type)
            return;

        var isOperator = SymbolEqualityComparer.Default.Equals(type, operators);
        if (!isOperator && !SymbolEqualityComparer.Default.Equals(type, shapes))
            return;
        if (context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken) is not { HasValue: true, Value: string text })
            return;

        var error = isOperator ? SignatureParser.Parse(text).Error : SignatureParser.ParseShape(text).Error;
        if (error is null)
            return;

        // A result may be computed by a shape function from what the parameters state.
        if (!isOperator && symbols is not null && attribute.Parent is AttributeListSyntax { Target.Identifier.ValueText: "return", Parent: { } method }
            && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is IMethodSymbol symbol && StatedSignature.IsReadable(symbol, text, symbols))
            return;
        var location = StringLiteralMap.Locate(argument.Expression, text, error.Position, error.Length);
        context.ReportDiagnostic(Diagnostic.Create(Rule, location, isOperator ? "signature" : "shape", error.Message));
    }
}
