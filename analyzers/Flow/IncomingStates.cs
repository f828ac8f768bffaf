using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>What holds where each block begins, and which blocks have to run again because it changed.</summary>
internal sealed class IncomingStates(ControlFlowGraph graph, WriteFinder writes)
{
    private readonly FlowState?[] _states = new FlowState?[graph.Blocks.Length];

    private readonly FlowState?[] _entries = new FlowState?[graph.Blocks.Length];

    private readonly FlowState?[] _returns = new FlowState?[graph.Blocks.Length];

    private readonly int[] _ends = new int[graph.Blocks.Length];

    // Blocks are numbered in source order, so taking the lowest runs the code before a loop's end before its start again.
    private readonly SortedSet<int> _changed = [];

    private readonly HashSet<int> _run = [];

    /// <summary>Whether a block has run before; from then on it has.</summary>
    public bool HasRun(BasicBlock block) => !_run.Add(block.Ordinal);

    /// <summary>Null for a block that no way leads to.</summary>
    public FlowState? this[BasicBlock block] => _states[block.Ordinal];

    /// <summary>What holds where a loop begins: on the ways from above, and on those from its own last block; null for a block that no later one leads back to.</summary>
    public (FlowState Entry, FlowState Return, int End)? Loop(BasicBlock block) =>
        _entries[block.Ordinal] is { } entry && _returns[block.Ordinal] is { } end ? (entry, end, _ends[block.Ordinal]) : null;

    public BasicBlock? TakeChanged()
    {
        if (_changed.Count == 0)
            return null;
        var ordinal = _changed.Min;
        _changed.Remove(ordinal);
        return graph.Blocks[ordinal];
    }

    public void Flow(BasicBlock block, FlowState state)
    {
        var old = _states[block.Ordinal];
        var joined = old is null ? state : old.Join(state);
        if (ReferenceEquals(joined, old))
            return;
        _states[block.Ordinal] = joined;
        _changed.Add(block.Ordinal);
    }

    public void Flow(ControlFlowBranch branch, FlowState state)
    {
        // The finally blocks between here and there run on the way; what they write to is unknown behind them.
        foreach (var region in branch.FinallyRegions)
            state = state.Without(WritesIn(region));
        var destination = branch.Destination!;
        var isReturn = branch.Source.Ordinal >= destination.Ordinal;
        var ways = isReturn ? _returns : _entries;
        var joined = ways[destination.Ordinal] is { } old ? old.Join(state) : state;
        if (isReturn)
        {
            // What holds after a turn decides what holds behind the loop, even where its beginning learns nothing new.
            if (!ReferenceEquals(joined, ways[destination.Ordinal]))
                _changed.Add(destination.Ordinal);
            _ends[destination.Ordinal] = System.Math.Max(_ends[destination.Ordinal], branch.Source.Ordinal);
        }

        ways[destination.Ordinal] = joined;
        Flow(destination, state);
    }

    /// <summary>Any operation may throw: what holds before and after it reaches the handlers around it.</summary>
    public void FlowToHandlers(BasicBlock block, FlowState state)
    {
        // A lambda's regions hang below those of the method around it, whose blocks are another graph's.
        for (var region = block.EnclosingRegion; region is not null && region != graph.Root; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } statement)
                continue;
            foreach (var handler in statement.NestedRegions.Where(nested => nested.Kind != ControlFlowRegionKind.Try))
                Flow(graph.Blocks[handler.FirstBlockOrdinal], state);
        }
    }

    private IEnumerable<ISymbol> WritesIn(ControlFlowRegion region)
    {
        for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
        {
            foreach (var operation in WriteFinder.OperationsOf(graph.Blocks[i]).SelectMany(operation => operation.DescendantsAndSelf()))
            {
                foreach (var variable in writes.WrittenBy(operation))
                    yield return variable;
            }
        }
    }
}
