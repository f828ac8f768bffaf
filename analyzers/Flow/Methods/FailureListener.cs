using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Collects the calls of a body that cannot fit, as far as every way through the body runs them.</summary>
internal sealed class FailureListener(ControlFlowGraph graph) : IFlowListener
{
    private readonly List<ShapedCall> _failures = [];

    public FlowContext? Context { get; set; }

    public IReadOnlyList<ShapedCall> Failures => _failures;

    public void On(FlowEvent happening)
    {
        if (happening is not CallEvent call || Context?.Block is not { } block)
            return;
        var failures = call.Shapes is { Result.Mismatch: not null } shapes ? [shapes] : call.InnerFailures;
        if (failures.Count > 0 && IsOnEveryWay(block))
            _failures.AddRange(failures);
    }

    public FlowState Follow(FlowEvent happening, FlowState state) => state;

    /// <summary>Whether the exit cannot be reached around a block. A block of a handler or a loop's body can be passed by.</summary>
    private bool IsOnEveryWay(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.Filter)
                return false;
        }

        var seen = new HashSet<int> { 0, block.Ordinal };
        var open = new Stack<BasicBlock>([graph.Blocks[0]]);
        while (open.Count > 0)
        {
            var current = open.Pop();
            if (current.Kind == BasicBlockKind.Exit)
                return false;
            foreach (var branch in new[] { current.ConditionalSuccessor, current.FallThroughSuccessor })
            {
                if (branch?.Destination is { } next && seen.Add(next.Ordinal))
                    open.Push(next);
            }
        }

        return true;
    }
}
