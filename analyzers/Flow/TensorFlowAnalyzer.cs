using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Runs one flow analysis over every method that computes with tensors, and hands what it finds to the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TensorFlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. FlowRules.All.SelectMany(rule => rule.Descriptors).Distinct()];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TensorSymbols.Find(start.Compilation) is not { } symbols)
                return;

            var world = new FlowWorld(start.Compilation, symbols);
            start.RegisterOperationBlockAction(blocks => Analyze(blocks, world));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext blocks, FlowWorld world)
    {
        // The parts of a constructor (its initializer and its body) are several blocks of one graph.
        var analysed = new HashSet<IOperation>();
        foreach (var block in blocks.OperationBlocks)
        {
            if (!ComputesWithTensors(block, world.Symbols) || !analysed.Add(RootOf(block)))
                continue;

            var graph = blocks.GetControlFlowGraph(block);
            var owner = blocks.OwningSymbol;
            world.Bodies.Offer(owner, graph);
            var report = new FlowReport(blocks.ReportDiagnostic, new ExpectedFailures(world.Symbols, block.SemanticModel), blocks.CancellationToken) { Compilation = blocks.Compilation, Owner = owner };
            var instance = owner is { IsStatic: false, ContainingType: { } type } ? world.Modules.Instance(type) : null;
            var rules = FlowRules.All.RemoveAll(rule => !rule.IsOn(blocks.Compilation, block.Syntax.SyntaxTree, blocks.CancellationToken));
            var context = new FlowContext(world, new RuleListener(rules, report), owner, instance, CallStack.Empty, blocks.CancellationToken);
            new FlowEngine(context, world.Bodies.FactsOf(graph, owner, blocks.CancellationToken)).Run(graph);
        }
    }

    // Every method of every project passes here: no iterators, and the commonest operations first.
    private static bool ComputesWithTensors(IOperation block, TensorSymbols symbols)
    {
        var open = new Stack<IOperation>();
        open.Push(block);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            if (operation is IInvocationOperation or IObjectCreationOperation or IBinaryOperation or IUnaryOperation or ICompoundAssignmentOperation or IPropertyReferenceOperation
                && operation.Type is { SpecialType: SpecialType.None } type
                && (symbols.IsTensor(type) || symbols.IsModule(type) || type is INamedTypeSymbol { IsTupleType: true } or { Name: "AutogradScope" or "InferenceScope" }))
                return true;
            foreach (var child in operation.ChildOperations)
                open.Push(child);
        }

        return false;
    }

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
