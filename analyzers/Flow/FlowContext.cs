using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>What the analysis of one method needs from outside, and what it collects once the values are settled.</summary>
internal sealed class FlowContext(
    TensorSymbols symbols, CallSignatures signatures, DeclaredShapes declaredShapes, Action<ShapedCall> onCall, CancellationToken cancellation)
{
    private readonly List<IFlowAnonymousFunctionOperation> _lambdas = [];
    private readonly Dictionary<ISymbol, FlowValue> _assigned = new(SymbolEqualityComparer.Default);

    public TensorSymbols Symbols { get; } = symbols;

    public CallSignatures Signatures { get; } = signatures;

    public DeclaredShapes DeclaredShapes { get; } = declaredShapes;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>While loops still change values, nothing that is seen counts.</summary>
    public bool IsSettled { get; set; }

    /// <summary>The last value given to each variable.</summary>
    public IReadOnlyDictionary<ISymbol, FlowValue> Assigned => _assigned;

    public void AddCall(ShapedCall call)
    {
        if (IsSettled)
            onCall(call);
    }

    public void AddAssignment(ISymbol variable, FlowValue value)
    {
        if (IsSettled)
            _assigned[variable] = value;
    }

    public void AddLambda(IFlowAnonymousFunctionOperation lambda)
    {
        if (IsSettled)
            _lambdas.Add(lambda);
    }

    /// <summary>The lambdas met since the last call, to be analysed after the code around them.</summary>
    public IReadOnlyList<IFlowAnonymousFunctionOperation> TakeLambdas()
    {
        var lambdas = _lambdas.ToArray();
        _lambdas.Clear();
        return lambdas;
    }
}
