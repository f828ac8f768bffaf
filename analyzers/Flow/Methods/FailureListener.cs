using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Collects the calls of a body that cannot fit, as far as every way through the body runs them.</summary>
internal sealed class FailureListener(ControlFlowGraph graph) : IFlowListener
{
    private readonly List<(BasicBlock Block, ShapedCall Call)> _failures = [];

    public FlowContext? Context { get; set; }

    /// <summary>What fails on some way.</summary>
    public IEnumerable<ShapedCall> All => _failures.Select(failure => failure.Call);

    /// <summary>What must fail; asked when the body has run.</summary>
    public IReadOnlyList<ShapedCall> Failures => _failures.Where(failure => IsOnEveryWay(failure.Block)).Select(failure => failure.Call).ToList();

    public void On(FlowEvent happening)
    {
        if (happening is not CallEvent call || Context?.Block is not { } block)
            return;
        var failures = call.Shapes is { Result.Mismatch: not null } shapes ? [shapes] : call.InnerFailures;
        _failures.AddRange(failures.Select(failure => (block, failure)));
    }

    public FlowState Follow(FlowEvent happening, FlowState state) => state;

    /// <summary>Whether the exit cannot be reached around a block. A block of a handler can be passed by, and a loop's body unless it runs once at least.</summary>
    private bool IsOnEveryWay(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null && region != graph.Root; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.Filter)
                return false;
        }

        var seen = new HashSet<(int Ordinal, bool IsAgain)>();
        var open = new Stack<(BasicBlock Block, bool IsAgain)>([(graph.Blocks[0], false)]);
        while (open.Count > 0)
        {
            var (current, isAgain) = open.Pop();
            if (current.Kind == BasicBlockKind.Exit)
                return false;
            foreach (var next in Next(current, isAgain).Where(next => next.Ordinal != block.Ordinal && seen.Add((next.Ordinal, next.Ordinal <= current.Ordinal))))
                open.Push((next, next.Ordinal <= current.Ordinal));
        }

        return true;
    }

    private IEnumerable<BasicBlock> Next(BasicBlock block, bool isAgain)
    {
        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        var outcome = false;
        var isDecided = block.ConditionKind != ControlFlowConditionKind.None && !isAgain && Context!.FirstOutcomes.TryGetValue(block.Ordinal, out outcome);
        foreach (var (branch, isJump) in new[] { (block.ConditionalSuccessor, true), (block.FallThroughSuccessor, false) })
        {
            if (branch?.Destination is { } next && Context!.Ways.Contains((block.Ordinal, next.Ordinal)) && (!isDecided || (outcome == jumpsWhen) == isJump))
                yield return next;
        }
    }
}
