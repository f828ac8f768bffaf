using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Runs one flow analysis over every method that computes with tensors, and hands what it finds to the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TensorFlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<FlowRule> Rules = [new ShapeMismatchRule()];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TensorSymbols.Find(start.Compilation) is not { } symbols)
                return;

            var signatures = new CallSignatures(symbols);
            var declaredShapes = new DeclaredShapes(symbols);
            start.RegisterOperationBlockAction(blocks => Analyze(blocks, symbols, signatures, declaredShapes));
        });
    }

    private static void Analyze(
        OperationBlockAnalysisContext blocks, TensorSymbols symbols, CallSignatures signatures, DeclaredShapes declaredShapes)
    {
        // The parts of a constructor (its initializer and its body) are several blocks of one graph.
        var analysed = new HashSet<IOperation>();
        foreach (var block in blocks.OperationBlocks)
        {
            if (!ComputesWithTensors(block, symbols) || !analysed.Add(RootOf(block)))
                continue;

            var graph = blocks.GetControlFlowGraph(block);
            var expected = new ExpectedFailures(symbols, block.SemanticModel);
            var context = new FlowContext(symbols, signatures, declaredShapes, OnCall, blocks.CancellationToken);
            var facts = VariableFacts.Collect(graph, blocks.OwningSymbol, blocks.CancellationToken);
            new FlowEngine(context, facts).Run(graph, blocks.OwningSymbol);

            void OnCall(ShapedCall call)
            {
                foreach (var rule in Rules)
                    rule.OnCall(call, Report);
            }

            void Report(Diagnostic diagnostic)
            {
                if (!expected.Cover(diagnostic.Location, blocks.CancellationToken))
                    blocks.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static bool ComputesWithTensors(IOperation block, TensorSymbols symbols) => block.DescendantsAndSelf().Any(operation =>
        operation is IInvocationOperation or IBinaryOperation or IUnaryOperation or ICompoundAssignmentOperation
        && (symbols.IsTensor(operation.Type) || operation.Type is INamedTypeSymbol { IsTupleType: true }));

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
