using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Follows tensors that an object keeps from one call of its methods to the next, where a step keeps their values too.</summary>
internal static class MemberFacts
{
    public static FlowState After(CallEvent call, FlowState state)
    {
        if (call.Gradients?.Invoke() is not { } summary || OwnerOf(call) is not { } owner)
            return state;
        foreach (var written in summary.Written)
        {
            if (state[new KeptKey(owner, written.Member)] is not KeptFact { Alias: var alias, Saving: var saving } || state[new ReleasedKey(saving.Result)] is PlaceFact || state[new SpoiledKey(saving.Result)] is Spoiling)
                continue;
            state = state.With(new SpoiledKey(saving.Result), new Spoiling(written.Write, alias | written.Alias, null, saving));
        }

        foreach (var kept in summary.Kept)
        {
            if (!GradMode.At(call.Operation.Syntax).IsOff)
                state = state.With(new KeptKey(owner, kept.Member), new KeptFact(kept.Alias, kept.Saving with { Result = call.Operation.Syntax }));
        }

        return state;
    }

    /// <summary>The variable of the object that a method is called on, if it holds one object only.</summary>
    private static ISymbol? OwnerOf(CallEvent call) => call.Operation is not IInvocationOperation { Instance: { } instance }
        ? null
        : TensorFacts.Unconverted(instance) switch
        {
            IInstanceReferenceOperation { Type: { } type } => type,
            var other when TensorFacts.SymbolOf(other) is { } symbol && FixedVariables.Contain(symbol, call.Operation.Syntax) => symbol,
            _ => null,
        };
}
