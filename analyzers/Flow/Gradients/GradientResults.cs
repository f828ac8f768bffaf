using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>What is known of the result of a call: whether it has a graph, whose memory it shows, and what its step keeps.</summary>
internal static class GradientResults
{
    private sealed record Input(string Name, FlowValue Value, IOperation? Operation, TensorFact? Fact)
    {
        public SyntaxNode? Origin => (Value as TensorFlow)?.Origin;
    }

    public static FlowState After(CallEvent call, SyntaxNode origin, FlowState state)
    {
        var inputs = TensorFacts.Inputs(call).Select(item => new Input(item.Name, item.Value, item.Operation, TensorFacts.Of(state, item.Value, item.Operation))).ToList();
        var key = new TensorKey(origin);
        var metadata = GradientMetadata.Of(call.Method);
        if (metadata is not null || call.Shapes?.Signature.Name == "index")
            return AfterOperator(call, metadata, inputs, origin, state);
        if (call.Method.Name == "Forward" && ModuleTraits.IsModule(call.Receiver is ModuleFlow { Type: { } exact } ? exact : call.Method.ContainingType))
            return Imported(call, origin, AfterModule(call, inputs, origin, state));

        return (call.Method.ContainingNamespace?.Name == "DslTensors", call.Method.Name) switch
        {
            (true, "Detach") when inputs is [{ Value: TensorFlow source }] => state.With(key, GradientFacts.AliasOf(state, source, AliasKind.Detached, origin)),
            (true, "Expect" or "As") when inputs is [{ Fact: { } fact, Origin: { } same }] => state.With(key, fact with { Sources = List([same]), HasUnknownSource = false, Saves = false }),
            (true, "From") when inputs.Count == 0 => state.With(key, Leaf(origin)),
            (true, "Grad") when BackwardCall.Of(call) is not null && BackwardCall.CreatesGraph(call) == false =>
                state.With(key, new TensorFact(GradState.None, origin) { IsLeaf = true, Reason = NoGraph.Gradient, ReasonAt = new NodeRef(origin) }),
            (false, _) when HelperWrites.Returned(call.Method) is var (parameter, kind) && call[parameter.Name] is TensorFlow { Origin: { } given } source =>
                state.With(key, Through(state, source, kind, given, origin)),
            _ => Imported(call, origin, state.With(key, FlowValue.Unknown)),
        };
    }

    /// <summary>What the called body shows of its result.</summary>
    private static FlowState Imported(CallEvent call, SyntaxNode origin, FlowState state)
    {
        var mode = GradMode.At(call.Operation.Syntax);
        if (mode.IsOff || call.Gradients?.Invoke() is not { } summary)
            return state;
        foreach (var spoiling in summary.Spoiled.Take(1))
            state = state.With(new SpoiledKey(origin), spoiling);

        var known = state[new TensorKey(origin)] as TensorFact;
        var fact = known ?? new TensorFact(GradState.Unknown, origin) { HasUnknownSource = true };
        fact = fact with { Saves = fact.Saves || summary.Saves };
        if (summary.Result is { Grad: GradState.None, Reason: not NoGraph.NothingRequires, Alias: var alias } cut && (alias & AliasKind.Data) == 0)
            fact = new TensorFact(GradState.None, origin) { IsLeaf = cut.IsLeaf, IsResult = cut.IsResult, Reason = cut.Reason, ReasonAt = cut.ReasonAt };
        else if (summary.Result is { Grad: GradState.Required, IsResult: true } && (mode.Scope is null || mode.IsOn) && !Freezing.IsMentioned(call.Operation.Syntax.SyntaxTree))
            fact = fact with { Grad = GradState.Required, IsResult = true };
        return known is not null || fact.Grad != GradState.Unknown || fact.Saves || summary.Spoiled.Count > 0 ? state.With(new TensorKey(origin), fact) : state;
    }

    private static FlowValue Through(FlowState state, TensorFlow source, AliasKind kind, SyntaxNode given, SyntaxNode origin)
    {
        if ((kind & (AliasKind.Detached | AliasKind.Data)) != 0)
            return GradientFacts.AliasOf(state, source, kind, origin);
        return TensorFacts.At(state, given) is { } fact ? fact with { Alias = fact.Alias | kind, Sources = List([given]), Saves = false } : FlowValue.Unknown;
    }

    private static TensorFact Leaf(SyntaxNode origin) => new(GradState.None, origin) { IsLeaf = true, Reason = NoGraph.NothingRequires, ReasonAt = new NodeRef(origin) };

    private static FlowState AfterOperator(CallEvent call, GradientMetadata? metadata, List<Input> inputs, SyntaxNode origin, FlowState state)
    {
        var key = new TensorKey(origin);
        if (inputs.Count == 0)
            return state.With(key, Leaf(origin));

        var mode = NoGradMethods.ModeAt(call.Operation);
        var writes = GradientMetadata.WritesInPlace(call.Method);
        var differentiable = metadata is { Differentiable.IsEmpty: false } ? inputs.Where(input => metadata.Differentiable.Contains(input.Name)).ToList()
            : metadata is null || LayerGradients.IsComposed(metadata.Name) ? inputs : [];
        var fact = Computed(call, inputs, differentiable, mode, origin) with { Operator = metadata?.Name ?? "index" };
        if (inputs[0].Fact is { } whole && inputs[0].Origin is not null)
        {
            if (writes)
                fact = fact with { Storage = whole.Storage, Alias = whole.Alias };
            else if (IsView(call, inputs[0]))
                fact = fact with { Storage = whole.Storage, Alias = whole.Alias | AliasKind.View };
        }

        if (metadata is not null && !mode.IsOff && fact.Grad != GradState.None)
            (fact, state) = Save(metadata, inputs, differentiable, fact, origin, writes, state);
        if (writes && inputs[0].Origin is { } target && inputs[0].Fact is { } before)
            (fact, state) = Rewritten(fact, before, target, origin, state);
        return state.With(key, fact);
    }

    /// <summary>The history of what was computed from inputs.</summary>
    private static TensorFact Computed(CallEvent call, List<Input> inputs, List<Input> differentiable, GradMode mode, SyntaxNode origin)
    {
        // The layers of a container are calls at one place: the history goes on.
        var sources = inputs.Where(input => input.Origin is not null && input.Origin != origin).Select(input => input.Origin!).Distinct().ToList();
        var fact = new TensorFact(GradState.Unknown, origin)
        {
            IsResult = true,
            Sources = List(sources),
            HasUnknownSource = inputs.Any(input => input.Origin is null && input.Fact is not { Grad: GradState.None }),
        };
        foreach (var input in inputs.Where(input => input.Origin == origin))
            fact = fact with { Sources = fact.Sources.Concat(input.Fact?.Sources ?? default).Distinct().ToEquatableArray(), HasUnknownSource = fact.HasUnknownSource || input.Fact is null or { HasUnknownSource: true }, Saves = input.Fact?.Saves == true };

        if (mode.IsOff)
            return fact with { Grad = GradState.None, Reason = NoGraph.NoGrad, ReasonAt = new NodeRef(mode.Scope!) };
        if (TensorFacts.IsInteger(call.Operation.Type))
            return fact with { Grad = GradState.None, Reason = NoGraph.Integers, ReasonAt = new NodeRef(origin) };
        if (inputs.All(input => input.Fact is { Grad: GradState.None }))
        {
            var cause = inputs.OrderByDescending(input => input.Fact!.Reason switch { NoGraph.Detached or NoGraph.NoGrad or NoGraph.Gradient => 2, NoGraph.Integers => 1, _ => 0 }).First().Fact!;
            return fact with { Grad = GradState.None, Reason = cause.Reason, ReasonAt = cause.ReasonAt };
        }

        var isRequired = differentiable.Any(input => input.Fact is { Grad: GradState.Required });
        return fact with { Grad = isRequired && (mode.IsOn || mode.Scope is null) ? GradState.Required : GradState.Unknown };
    }

    private static (TensorFact, FlowState) Save(GradientMetadata metadata, List<Input> inputs, List<Input> differentiable, TensorFact fact, SyntaxNode origin, bool writes, FlowState state)
    {
        var saves = fact.Saves || LayerGradients.IsLoss(metadata.Name);
        foreach (var name in metadata.Saved)
        {
            if (name == "result")
            {
                saves = true;
                state = Add(state, fact.Storage, new Saving(origin, metadata.Name, $"the result of {metadata.Name}", (fact.Alias & AliasKind.Data) != 0));
                continue;
            }

            foreach (var input in inputs.Where(input => input.Name == name && IsKept(input, differentiable)))
            {
                saves = true;
                if (input.Fact is { } saved && input.Origin is not null && !(writes && input == inputs[0]))
                    state = Add(state, saved.Storage, new Saving(origin, metadata.Name, $"'{TextOf(input.Operation)}'", (saved.Alias & AliasKind.Data) != 0));
            }
        }

        return (fact with { Saves = saves, NextTurn = fact.NextTurn ?? NextTurn(fact, origin, metadata, state) }, state);
    }

    /// <summary>The write of a loop's turn that changes what the turn before has kept of its own result: a state that is made before the loop.</summary>
    private static Spoiling? NextTurn(TensorFact fact, SyntaxNode origin, GradientMetadata metadata, FlowState state)
    {
        if (fact.Grad != GradState.Required || !metadata.Saved.Contains("result") || state[new WritesKey(fact.Storage)] is not StorageWrites { Places: var places } || Loops.Around(origin) is not { } loop || loop.Span.Contains(fact.Storage.Span) || !Loops.IsOnEveryTurn(origin, loop) || !Loops.IsAlwaysReached(loop))
            return null;
        foreach (var place in places)
        {
            if (loop.Span.Contains(place.Node.Span) && Loops.Around(place.Node) == loop && Loops.IsOnEveryTurn(place.Node, loop) && !Loops.EndsAfter(place.Node, loop))
                return new Spoiling(place.Node, fact.Alias, null, new Saving(origin, metadata.Name, $"the result of {metadata.Name}", false));
        }

        return null;
    }

    /// <summary>Whether an input is surely kept, given that the result has a gradient: it is kept for the gradients of the others, or, alone, for its own.</summary>
    private static bool IsKept(Input input, List<Input> differentiable)
    {
        var all = differentiable.Where(item => item.Name != "bias").ToList();
        if (all.Count == 1)
            return all[0].Name == input.Name;
        var others = all.Where(item => item.Name != input.Name).ToList();
        if (others.Count == 1)
            return others[0].Fact is { Grad: GradState.Required } || input.Fact is { Grad: GradState.None } || (input.Origin is not null && others[0].Origin == input.Origin);
        return others.Count > 0 && all.All(item => item.Fact is { Grad: GradState.Required });
    }

    /// <summary>A tensor that was written in place has the history of the write.</summary>
    private static (TensorFact, FlowState) Rewritten(TensorFact fact, TensorFact before, SyntaxNode target, SyntaxNode origin, FlowState state)
    {
        // The values change and the history does not; and a leaf that may not be written stays what it is.
        if ((fact.Grad == GradState.None && fact.Reason == NoGraph.NoGrad) || before is { IsLeaf: true, Grad: GradState.Required })
            return (before, state);
        var sources = before.Sources.Concat(fact.Sources.Where(source => source.Node != target)).Distinct().ToEquatableArray();
        var rewritten = fact with
        {
            Sources = sources,
            HasUnknownSource = fact.HasUnknownSource || before.HasUnknownSource || (before.IsLeaf && before.Grad == GradState.Unknown),
            Saves = fact.Saves || before.Saves,
            NextTurn = fact.NextTurn ?? before.NextTurn,
            IsLeaf = before.IsLeaf && fact.Grad == GradState.None,
            IsResult = before.IsResult || fact.Grad != GradState.None,
        };
        if (fact.Grad != GradState.None)
            state = GradientFacts.OpenStorage(state, before.Storage);
        state = state.With(new TensorKey(target), rewritten with { Operator = fact.Operator });
        if (state[new SpoiledKey(target)] is Spoiling spoiled)
            state = state.With(new SpoiledKey(origin), spoiled);
        return (rewritten, state);
    }

    private static FlowState AfterModule(CallEvent call, List<Input> inputs, SyntaxNode origin, FlowState state)
    {
        var type = call.Receiver is ModuleFlow { Type: { } exact } ? exact : call.Method.ContainingType;
        var traits = call.Receiver is ModuleFlow module ? ModuleTraits.Of(module) : ModuleTraits.Of(type);
        var mode = NoGradMethods.ModeAt(call.Operation);
        var layer = LayerGradients.Of(type);
        var loss = LayerGradients.LossOf(call.Method);
        var fact = Computed(call, inputs, layer is null && loss is null ? [] : inputs, mode, origin) with { Operator = layer?.Operator ?? loss ?? (call.Shapes?.Layer is null && call.Receiver is not ModuleFlow { Items: not null } && type is INamedTypeSymbol named ? FinalOperators.Of(named) : null) };
        if (mode.IsOff)
            return state.With(new TensorKey(origin), fact);

        if (traits.HasParameters && !traits.CutsGraph && !Freezing.IsMentioned(call.Operation.Syntax.SyntaxTree))
            fact = fact with { Grad = mode.Scope is null || mode.IsOn ? GradState.Required : GradState.Unknown, Saves = true };
        else if (fact.Grad == GradState.None && (traits.HasParameters || traits.IsOpen || (layer is null && loss is null)))
            fact = fact with { Grad = GradState.Unknown, HasUnknownSource = true };

        fact = fact with { Saves = fact.Saves || loss is not null || layer is not null, HasUnknownSource = fact.HasUnknownSource || traits.HasParameters || traits.IsOpen };
        if (layer is var (name, savesResult) && fact.Grad != GradState.None && inputs is [{ } input, ..])
        {
            if (savesResult)
                state = Add(state, origin, new Saving(origin, name, $"the result of {type.Name}", false));
            else if (input.Fact is { } saved && input.Origin is not null && input.Origin != origin && fact.Grad == GradState.Required)
                state = Add(state, saved.Storage, new Saving(origin, name, $"'{TextOf(input.Operation)}'", (saved.Alias & AliasKind.Data) != 0));
        }

        return state.With(new TensorKey(origin), fact);
    }

    private static FlowState Add(FlowState state, SyntaxNode storage, Saving saving) =>
        state.With(new SavedKey(storage), (state[new SavedKey(storage)] as Savings ?? new Savings(EquatableArray<Saving>.Empty)).With(saving));

    private static bool IsView(CallEvent call, Input input)
    {
        if (call.Operation is IPropertyReferenceOperation { Arguments: var indices })
            return !indices.SelectMany(index => index.DescendantsAndSelf()).Any(part => TensorFacts.IsTensor(part.Type));
        return GradientMetadata.Of(call.Method) is { IsView: true } || ViewOperators.IsView(call.Method) || (ViewOperators.MayBeView(call.Method.Name) && input.Value is TensorFlow { IsContiguous: true });
    }

    private static string TextOf(IOperation? operation)
    {
        var text = operation?.Syntax.ToString();
        return text is not null && text.Length <= 40 && !text.Contains("\n") ? text : "an input";
    }

    private static EquatableArray<NodeRef> List(IEnumerable<SyntaxNode> nodes) => nodes.Select(node => new NodeRef(node)).ToEquatableArray();
}
