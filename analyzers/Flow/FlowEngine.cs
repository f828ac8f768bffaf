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
    // Values only lose with every pass, so a graph settles long before; half-typed code must not make the editor wait if that ever fails.
    private const int MostPasses = 64;

    /// <summary>Analyses a method and the functions inside it.</summary>
    public void Run(ControlFlowGraph graph)
    {
        var entry = context.Owner is IMethodSymbol method ? context.World.DeclaredShapes.Enter(method, FlowState.Empty, context) : FlowState.Empty;
        RunWithNested(graph, entry, context.Owner as IMethodSymbol);
    }

    /// <summary>Analyses a body with what its parameters are given, without the functions inside it.</summary>
    public void RunAlone(ControlFlowGraph graph, FlowState entry) => RunGraph(graph, entry, context.Owner as IMethodSymbol);

    private void RunWithNested(ControlFlowGraph graph, FlowState entry, IMethodSymbol? function)
    {
        var end = RunGraph(graph, entry, function);
        context.IsSettled = true;
        context.Raise(new EndEvent(graph.OriginalOperation, end, (ISymbol?)function ?? context.Owner, graph), end);
        context.IsSettled = false;

        var lambdas = context.TakeLambdas();
        foreach (var (lambda, around) in lambdas)
            RunNested(around.GetAnonymousFunctionControlFlowGraph(lambda, context.Cancellation), lambda.Symbol, entry);
        foreach (var local in graph.LocalFunctions)
            RunNested(graph.GetLocalFunctionControlFlowGraph(local, context.Cancellation), local, entry);
    }

    /// <summary>A function inside may run at any time: of what it captures, only variables that never change keep their value.</summary>
    private void RunNested(ControlFlowGraph graph, IMethodSymbol function, FlowState outer)
    {
        var entry = FlowState.Empty;
        foreach (var pair in outer.Variables.Concat(context.Assigned).Where(pair => facts.HasOneValue(pair.Key)))
            entry = entry.With(pair.Key, pair.Value);
        RunWithNested(graph, context.World.DeclaredShapes.Enter(function, entry, context), function);
    }

    private FlowState RunGraph(ControlFlowGraph graph, FlowState entry, IMethodSymbol? function)
    {
        var writes = new WriteFinder(graph);
        var incoming = new IncomingStates(graph, writes);
        incoming.Flow(graph.Blocks[0], entry);

        // Without loops and handlers nothing is seen twice.
        context.IsSettled = IsStraight(graph);
        if (context.IsSettled)
        {
            while (incoming.TakeChanged() is { } block)
                RunBlock(block, incoming, writes, graph, function);
            context.IsSettled = false;
            return incoming[graph.Blocks[graph.Blocks.Length - 1]] ?? entry;
        }

        for (var left = MostPasses * graph.Blocks.Length; left > 0 && incoming.TakeChanged() is { } changed; left--)
            RunBlock(changed, incoming, writes, graph, function);
        if (incoming.TakeChanged() is not null)
            return entry;

        context.IsSettled = true;
        foreach (var block in graph.Blocks.Where(block => incoming[block] is not null))
            RunBlock(block, incoming, writes, graph, function);
        context.IsSettled = false;
        return incoming[graph.Blocks[graph.Blocks.Length - 1]] ?? entry;
    }

    private static bool IsStraight(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            if (block.ConditionalSuccessor?.Destination is { } jump && jump.Ordinal <= block.Ordinal)
                return false;
            if (block.FallThroughSuccessor?.Destination is { } next && next.Ordinal <= block.Ordinal)
                return false;
        }

        return !HasHandlers(graph.Root);
    }

    private static bool HasHandlers(ControlFlowRegion region) =>
        region.Kind is ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.TryAndFinally || region.NestedRegions.Any(HasHandlers);

    private void RunBlock(BasicBlock block, IncomingStates incoming, WriteFinder writes, ControlFlowGraph graph, IMethodSymbol? function)
    {
        var state = incoming[block]!;
        context.Block = block;
        context.IsFirstRound = !context.IsSettled && !incoming.HasRun(block);
        incoming.FlowToHandlers(block, state);
        var evaluator = new OperationEvaluator(context, writes, facts, graph, state);
        foreach (var operation in block.Operations)
        {
            evaluator.Evaluate(operation);
            if (!ReferenceEquals(evaluator.State, state))
                incoming.FlowToHandlers(block, state = evaluator.State);
        }

        var condition = evaluator.Evaluate(block.BranchValue);
        if (context.IsFirstRound && (condition as BoolFlow ?? evaluator.FirstRound(block.BranchValue)) is { Value: var first })
            context.FirstOutcomes[block.Ordinal] = first;
        if (block is { BranchValue: { } returned, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return } && function is not null)
            evaluator.Return(returned, condition, function);
        if (!ReferenceEquals(evaluator.State, state))
            incoming.FlowToHandlers(block, evaluator.State);
        context.IsFirstRound = false;

        // A loop over what surely has an element does not end before its first turn.
        if (condition is not BoolFlow && incoming.Loop(block) is null && evaluator.FirstRound(block.BranchValue) is { } enters)
            condition = enters;
        var after = AfterFirstTurn(block, incoming, writes, graph);
        foreach (var (branch, isTakenWhen) in BranchesOf(block))
        {
            if (branch?.Destination is null || (isTakenWhen is not null && condition is BoolFlow { Value: var value } && value != isTakenWhen))
                continue;
            context.Ways.Add((block.Ordinal, branch.Destination.Ordinal));
            var at = after is var (turned, exit) && exit == branch ? turned : evaluator;
            incoming.Flow(branch, isTakenWhen is { } outcome && block.BranchValue is { } test ? at.Assuming(test, outcome) : at.State);
        }
    }

    /// <summary>
    /// At the beginning of a loop that surely runs once, what holds when it ends after one turn or more, and the way on which it ends; null for any
    /// other block.
    /// </summary>
    private (OperationEvaluator After, ControlFlowBranch Exit)? AfterFirstTurn(BasicBlock block, IncomingStates incoming, WriteFinder writes, ControlFlowGraph graph)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None || incoming.Loop(block) is not var (entry, end, last))
            return null;
        var isSettled = context.IsSettled;
        context.IsSettled = false;
        var first = Run(entry).Outcome;
        var exit = first is null ? null : BranchesOf(block).FirstOrDefault(way => way.IsTakenWhen != first && way.Branch?.Destination is { } next && next.Ordinal > last).Branch;
        var result = exit is null ? null : Run(end).After;
        context.IsSettled = isSettled;
        return result is null ? null : (result, exit!);

        (bool? Outcome, OperationEvaluator After) Run(FlowState state)
        {
            var evaluator = new OperationEvaluator(context, writes, facts, graph, state);
            foreach (var operation in block.Operations)
                evaluator.Evaluate(operation);
            var condition = evaluator.Evaluate(block.BranchValue) as BoolFlow ?? evaluator.FirstRound(block.BranchValue);
            return (condition?.Value, evaluator);
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
