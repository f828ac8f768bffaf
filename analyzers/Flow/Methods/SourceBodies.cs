using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>The bodies of methods and initializers of the compilation, for calls that lead into them.</summary>
internal sealed class SourceBodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, ControlFlowGraph?> _graphs = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ControlFlowGraph, VariableFacts> _facts = new();

    /// <summary>Takes over what the compiler has at hand while a body is analysed by itself, so that nothing is bound or built twice.</summary>
    public void Offer(ISymbol symbol, ControlFlowGraph graph)
    {
        if (graph.OriginalOperation.SemanticModel is { } model)
            _models.TryAdd(model.SyntaxTree, model);
        if (symbol is IMethodSymbol { MethodKind: not MethodKind.LocalFunction })
            _graphs.TryAdd(symbol, graph);
    }

    /// <summary>The body of a method, property getter or constructor, or the initializer of a field or property; null where there is none.</summary>
    public ControlFlowGraph? Of(ISymbol symbol, CancellationToken cancellation) =>
        _graphs.TryGetValue(symbol, out var known) ? known : _graphs.GetOrAdd(symbol, Create(symbol, cancellation));

#pragma warning disable RS1030 // A call leads into another method, whose model the action on this one does not carry; there is one for each file.
    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    /// <summary>Which variables of a body can be followed.</summary>
    public VariableFacts FactsOf(ControlFlowGraph graph, ISymbol owner, CancellationToken cancellation) =>
        _facts.TryGetValue(graph, out var known) ? known : _facts.GetOrAdd(graph, VariableFacts.Collect(graph, owner, cancellation));

    private ControlFlowGraph? Create(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellation);
            if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction, ContainingSymbol: { } outer } local)
                return Of(outer, cancellation) is { } around && around.LocalFunctions.Contains(local, SymbolEqualityComparer.Default)
                    ? around.GetLocalFunctionControlFlowGraph(local, cancellation)
                    : null;
            if (BodyOf(declaration) is not { } body || !compilation.ContainsSyntaxTree(body.SyntaxTree))
                continue;
            if (ModelOf(body.SyntaxTree).GetOperation(body, cancellation) is { } operation && Graph(operation, cancellation) is { } graph)
                return graph;
        }

        return null;
    }

    private static ControlFlowGraph? Graph(IOperation operation, CancellationToken cancellation) => operation switch
    {
        { Parent: not null } => null,
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation body => ControlFlowGraph.Create(body, cancellation),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        _ => null,
    };

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        MethodDeclarationSyntax or ConstructorDeclarationSyntax or OperatorDeclarationSyntax => declaration,
        AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        AccessorDeclarationSyntax => declaration,
        ArrowExpressionClauseSyntax => declaration,
        PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
        VariableDeclaratorSyntax { Initializer: { } initializer, Parent.Parent: FieldDeclarationSyntax } => initializer,
        _ => null,
    };
}
