using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Which variables of a method, its lambdas and local functions can be followed: a look at every write before the flow analysis.</summary>
internal sealed class VariableFacts
{
    private readonly HashSet<ISymbol> _untracked = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _changing = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ISymbol> _targets = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _writes = new(SymbolEqualityComparer.Default);
    private readonly ISymbol? _owner;

    private VariableFacts(ISymbol? owner) => _owner = owner;

    /// <summary>For an expression by itself.</summary>
    public static VariableFacts None { get; } = new(null);

    public static VariableFacts Collect(ControlFlowGraph graph, ISymbol owner, CancellationToken cancellation)
    {
        var facts = new VariableFacts(owner);
        facts.CollectFrom(graph, owner, isNested: false, cancellation);
        return facts;
    }

    /// <summary>The variable that a name stands for: of a <c>ref</c> local, the one that it refers to.</summary>
    public ISymbol TargetOf(ISymbol variable)
    {
        for (var depth = 0; depth < 8 && _targets.TryGetValue(variable, out var target); depth++)
            variable = target;
        return variable;
    }

    /// <summary>False where something else than the code in sequence may write to the variable.</summary>
    public bool IsTracked(ISymbol variable) => !_untracked.Contains(variable) && variable switch
    {
        ILocalSymbol local => local.RefKind == RefKind.None,

        // A primary constructor's parameter, seen from another member, is a field that every member may write to.
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter =>
            parameter.RefKind == RefKind.None && SymbolEqualityComparer.Default.Equals(constructor, _owner),
        IParameterSymbol parameter => parameter.RefKind == RefKind.None,
        _ => false,
    };

    /// <summary>Whether a list that the variable holds is only read: nobody writes its elements, adds to it or keeps it elsewhere.</summary>
    public bool KeepsElements(ISymbol variable) => variable is ILocalSymbol && !_changing.Contains(variable);

    /// <summary>Whether the variable keeps its first value, so that a function that captures it sees that value.</summary>
    public bool HasOneValue(ISymbol variable) => IsTracked(variable) && WritesTo(variable) <= (variable is IParameterSymbol ? 0 : 1);

    private int WritesTo(ISymbol variable) => _writes.TryGetValue(variable, out var count) ? count : 0;

    private void CollectFrom(ControlFlowGraph graph, ISymbol function, bool isNested, CancellationToken cancellation)
    {
        var writes = new WriteFinder(graph);
        CollectTargets(graph);
        foreach (var operation in graph.Blocks.SelectMany(WriteFinder.OperationsOf).SelectMany(operation => operation.DescendantsAndSelf()))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var written in writes.WrittenBy(operation))
            {
                var variable = TargetOf(written);
                _writes[variable] = WritesTo(variable) + 1;
                if (isNested && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
                    _untracked.Add(variable);
            }

            if (operation is not ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation { Local: var alias } } || !_targets.ContainsKey(alias))
                _untracked.UnionWith(writes.AliasedBy(operation));
            if (operation is ILocalReferenceOperation { Local: { Type: { IsReferenceType: true } or { IsRefLikeType: true } } list } reference && !ListUse.IsReading(reference))
                _changing.Add(list);

            if (operation is IFlowAnonymousFunctionOperation lambda)
                CollectFrom(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation), lambda.Symbol, isNested: true, cancellation);
        }

        foreach (var local in graph.LocalFunctions)
            CollectFrom(graph.GetLocalFunctionControlFlowGraph(local, cancellation), local, isNested: true, cancellation);
    }

    /// <summary>The <c>ref</c> locals that refer to one variable of their own function from their declaration to their end.</summary>
    private void CollectTargets(ControlFlowGraph graph)
    {
        var bindings = graph.Blocks.SelectMany(WriteFinder.OperationsOf).SelectMany(operation => operation.DescendantsAndSelf())
            .OfType<ISimpleAssignmentOperation>().Where(assignment => assignment.IsRef)
            .GroupBy<ISimpleAssignmentOperation, ISymbol?>(assignment => (assignment.Target as ILocalReferenceOperation)?.Local, SymbolEqualityComparer.Default);
        foreach (var binding in bindings)
        {
            if (binding.Key is not ILocalSymbol { RefKind: RefKind.Ref } alias || binding.Take(2).ToList() is not [{ Value: var value }])
                continue;
            if (value is ILocalReferenceOperation { Local: var local } && (local.RefKind == RefKind.None || _targets.ContainsKey(local)))
                _targets[alias] = local;
            else if (value is IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter })
                _targets[alias] = parameter;
        }
    }
}
