using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The analysis of one body: whose it is, who listens, and what it collects once the values are settled.</summary>
internal sealed class FlowContext(FlowWorld world, IFlowListener listener, ISymbol owner, ModuleFlow? instance, CallStack calls, CancellationToken cancellation)
{
    private readonly List<(IFlowAnonymousFunctionOperation Lambda, ControlFlowGraph Graph)> _lambdas = [];
    private readonly Dictionary<ISymbol, FlowValue> _assigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(SyntaxNode Node, int Index), string> _names = [];
    private readonly HashSet<string> _taken = [];

    public FlowWorld World { get; } = world;

    public TensorSymbols Symbols => World.Symbols;

    /// <summary>The method, property or field whose body it is.</summary>
    public ISymbol Owner { get; } = owner;

    /// <summary>The object that <c>this</c> is, as far as it is known.</summary>
    public ModuleFlow? Instance { get; } = instance;

    /// <summary>The calls that led here.</summary>
    public CallStack Calls { get; } = calls;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>While loops still change values, nothing that is seen counts.</summary>
    public bool IsSettled { get; set; }

    /// <summary>In the first round of a loop, what must fail counts: the loop never comes to a second.</summary>
    public bool IsFirstRound { get; set; }

    /// <summary>The part of the graph that runs now.</summary>
    public BasicBlock? Block { get; set; }

    /// <summary>The ways between blocks that can be taken.</summary>
    public HashSet<(int From, int To)> Ways { get; } = [];

    /// <summary>For each condition, how it surely comes out when it is reached from above: a loop that runs once at least.</summary>
    public Dictionary<int, bool> FirstOutcomes { get; } = [];

    /// <summary>What the body returns, on all ways together.</summary>
    public FlowValue? Returned { get; private set; }

    /// <summary>The last value given to each variable.</summary>
    public IReadOnlyDictionary<ISymbol, FlowValue> Assigned => _assigned;

    public FlowState Raise(FlowEvent happening, FlowState state)
    {
        if (IsFirstRound && happening is CallEvent { Shapes.Result.Mismatch: not null } or CallEvent { InnerFailures.Count: > 0 })
            listener.On(happening);
        if (IsSettled)
        {
            listener.On(happening);
            if (happening is ReturnEvent { Value: var value })
                Returned = Returned is null ? value : Returned.Join(value);
        }

        return listener.Follow(happening, state);
    }

    /// <summary>A name for a size that is only known by where it is read; every place has its own.</summary>
    public string NameOf(SyntaxNode place, int index, string wanted)
    {
        if (_names.TryGetValue((place, index), out var name))
            return name;
        name = Calls.Depth == 0 ? wanted : $"{wanted}@{Calls.Depth}";
        while (!_taken.Add(name))
            name += "'";
        _names.Add((place, index), name);
        return name;
    }

    /// <summary>Keeps a name for a size of the method's own signature.</summary>
    public void Reserve(string name) => _taken.Add(name);

    /// <summary>A value as the caller may see it: without names that mean something here only.</summary>
    public FlowValue Exported(FlowValue value) => value.Select(size => _names.Values.Any(name => size.Polynomial?.Mentions(name) == true) ? SymbolicSize.Unknown : size);

    public void AddAssignment(ISymbol variable, FlowValue value)
    {
        if (IsSettled)
            _assigned[variable] = value;
    }

    public void AddLambda(IFlowAnonymousFunctionOperation lambda, ControlFlowGraph graph)
    {
        if (IsSettled)
            _lambdas.Add((lambda, graph));
    }

    /// <summary>The lambdas met since the last call, to be analysed after the code around them.</summary>
    public IReadOnlyList<(IFlowAnonymousFunctionOperation Lambda, ControlFlowGraph Graph)> TakeLambdas()
    {
        var lambdas = _lambdas.ToArray();
        _lambdas.Clear();
        return lambdas;
    }
}
