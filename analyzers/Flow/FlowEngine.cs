using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>
/// Runs a method forward: each block with what holds on all ways to it, until nothing changes; then once more, and what is seen then is certain.
/// </summary>
internal sealed class FlowEngine(FlowContext context, VariableFacts facts)
{
    /// <summary>Analyses a method and the functions inside it.</summary>
    public void Run(ControlFlowGraph graph, ISymbol owner)
    {
        var entry = owner is IMethodSymbol method ? context.DeclaredShapes.Enter(method, FlowState.Empty) : FlowState.Empty;
        RunWithNested(graph, entry);
    }

    private void RunWithNested(ControlFlowGraph graph, FlowState entry)
    {
        RunGraph(graph, entry);
        var lambdas = context.TakeLambdas();

        foreach (var lambda in lambdas)
            RunNested(graph.GetAnonymousFunctionControlFlowGraph(lambda, context.Cancellation), lambda.Symbol, entry);
        foreach (var local in graph.LocalFunctions)
            RunNested(graph.GetLocalFunctionControlFlowGraph(local, context.Cancellation), local, entry);
    }

    /// <summary>A function inside may run at any time: of what it captures, only variables that never change keep their value.</summary>
    private void RunNested(ControlFlowGraph graph, IMethodSymbol function, FlowState outer)
    {
        var entry = FlowState.Empty;
        foreach (var pair in outer.Variables.Concat(context.Assigned).Where(pair => facts.HasOneValue(pair.Key)))
            entry = entry.With(pair.Key, pair.Value);
        RunWithNested(graph, context.DeclaredShapes.Enter(function, entry));
    }

    private void RunGraph(ControlFlowGraph graph, FlowState entry)
    {
        var writes = new WriteFinder(graph);
        var incoming = new IncomingStates(graph, writes);
        incoming.Flow(graph.Blocks[0], entry);

        context.IsSettled = false;
        while (incoming.TakeChanged() is { } block)
            RunBlock(block, incoming, writes);

        context.IsSettled = true;
        foreach (var block in graph.Blocks.Where(block => incoming[block] is not null))
            RunBlock(block, incoming, writes);
        context.IsSettled = false;
    }

    private void RunBlock(BasicBlock block, IncomingStates incoming, WriteFinder writes)
    {
        var state = incoming[block]!;
        incoming.FlowToHandlers(block, state);
        var evaluator = new OperationEvaluator(context, writes, facts, state);
        foreach (var operation in block.Operations)
        {
            evaluator.Evaluate(operation);
            if (!ReferenceEquals(evaluator.State, state))
                incoming.FlowToHandlers(block, state = evaluator.State);
        }

        var condition = evaluator.Evaluate(block.BranchValue);
        if (!ReferenceEquals(evaluator.State, state))
            incoming.FlowToHandlers(block, evaluator.State);

        foreach (var (branch, isTakenWhen) in BranchesOf(block))
        {
            if (branch?.Destination is not null && (isTakenWhen is null || condition is not BoolFlow { Value: var value } || value == isTakenWhen))
                incoming.Flow(branch, evaluator.State);
        }
    }

    private static IEnumerable<(ControlFlowBranch? Branch, bool? IsTakenWhen)> BranchesOf(BasicBlock block)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None)
            return [(block.FallThroughSuccessor, null)];
        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        return [(block.ConditionalSuccessor, jumpsWhen), (block.FallThroughSuccessor, !jumpsWhen)];
    }
}
