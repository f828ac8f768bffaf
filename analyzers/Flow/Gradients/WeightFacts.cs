using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>
/// Follows what calls of modules keep of their weights, and what changes the weights since: an optimizer's step, or a write to a parameter. It
/// reports nothing; what is spoiled is told by the rule on kept values.
/// </summary>
internal sealed class WeightFacts : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [];

    public override FlowState Follow(FlowEvent happening, FlowState state)
    {
        if (happening is CreationEvent { Operation: IObjectCreationOperation { Arguments: [{ Value: var given }, ..] } created } && Optimizers.IsOptimizer(created.Type))
            return Optimizers.ModulesOf(given) is { } modules ? state.With(new OptimizerKey(created.Syntax), new ModulesFact(modules.Select(module => new ModuleRef(module)).ToEquatableArray())) : state;
        if (happening is CreationEvent { Operation: IObjectCreationOperation holder } creation && holder.Arguments.Length > 0 && !ModuleTraits.IsModule(holder.Type) && creation.Constructor is { DeclaringSyntaxReferences.IsEmpty: false })
            return state.With(new OptimizerKey(holder.Syntax), HeldBy(holder));
        if (happening is not CallEvent { Operation: IInvocationOperation invocation } call)
            return state;
        if (call.Method.Name == "Forward" && ModuleTraits.IsModule(invocation.Instance?.Type))
            return AfterForward(call, invocation, state);
        if (BackwardCall.Of(call) is { IsWhole: true } backward)
            return AfterBackward(backward, call, state);
        if (call.Method.Name == "ZeroGrad")
            return state.Change(static value => value is TrainedFact ? FlowValue.Unknown : value);
        if (call.Method.Name == "Step" && invocation.Instance is { } optimizer && Optimizers.IsOptimizer(optimizer.Type))
            return AfterStep(optimizer, state);
        if (call.Method.Name == "Parameters" && invocation.Syntax.Parent is ForEachStatementSyntax loop && loop.Expression == invocation.Syntax && WriteIn(loop) is var (write, alias))
            return TensorFacts.SymbolOf(invocation.Instance) is { } whole ? Spoil(state, whole, write, alias, "weights") : state;
        if (GradientMetadata.Of(call.Method) is null && call.Gradients?.Invoke() is { Weights: { Count: > 0 } weights })
            return AfterHelper(invocation, weights, state);
        return GradientMetadata.WritesInPlace(call.Method) && call.Arguments is [{ Operation: { } target }, ..] && WeightOf(target, AliasKind.Same) is var (layer, kind)
            ? Spoil(state, layer, invocation.Syntax, kind, "weight")
            : state;
    }

    private static FlowState AfterForward(CallEvent call, IInvocationOperation invocation, FlowState state)
    {
        var origin = invocation.Syntax;
        if (TensorFacts.SymbolOf(invocation.Instance) is not { } module || !FixedVariables.Contain(module, origin) || GradMode.At(origin).IsOff || Freezing.IsMentioned(origin.SyntaxTree))
            return state;
        var needsInput = TensorFacts.Inputs(call).Select(input => TensorFacts.Of(state, input.Value)).FirstOrDefault() is { Grad: GradState.Required };
        var type = (call.Receiver as ModuleFlow)?.Type ?? invocation.Instance!.Type!;
        if (!ModuleWeights.AreKept(type, call.Receiver, needsInput))
            return state;
        var key = new WeightsKey(module);
        var savings = (state[key] as Savings ?? new Savings(EquatableArray<Saving>.Empty)).With(new Saving(origin, type.Name, $"the weights of '{module.Name}'", false));
        return state.With(key, savings);
    }

    /// <summary>The modules whose gradients a backward has surely computed.</summary>
    private static FlowState AfterBackward(BackwardCall backward, CallEvent call, FlowState state)
    {
        foreach (var (origin, _) in GraphSearch.From(call.State, backward.Root))
        {
            if (origin is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Forward", Expression: IdentifierNameSyntax { Identifier.ValueText: var module } } })
                state = state.With(new TrainedKey(module), new TrainedFact());
        }

        return state;
    }

    private static FlowState AfterStep(IOperation optimizer, FlowState state)
    {
        if (Optimizers.CreationOf(TensorFacts.SymbolOf(optimizer), optimizer.Syntax) is not { } creation || state[new OptimizerKey(creation)] is not ModulesFact { Modules: var modules })
            return state;
        foreach (var module in modules.Where(module => state[new TrainedKey(module.Variable.Name)] is TrainedFact))
            state = Spoil(state, module.Variable, optimizer.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? optimizer.Syntax, AliasKind.Same, "");
        return state;
    }

    private static FlowState Spoil(FlowState state, ISymbol module, SyntaxNode write, AliasKind alias, string what)
    {
        if (state[new WeightsKey(module)] is not Savings savings)
            return state;
        foreach (var saving in savings.Items)
        {
            // Of a single weight, only a layer's own is known to be kept.
            if (what == "weight" && !ModuleWeights.IsLayer(saving.Operator))
                continue;
            if (state[new ReleasedKey(saving.Result)] is not PlaceFact && state[new SpoiledKey(saving.Result)] is not Spoiling)
                state = state.With(new SpoiledKey(saving.Result), new Spoiling(write, alias, null, saving));
        }

        return state;
    }

    /// <summary>A method of the compilation writes into weights: of layers that it is given, or that its object was created with.</summary>
    private static FlowState AfterHelper(IInvocationOperation invocation, System.Collections.Generic.IReadOnlyList<WrittenWeight> weights, FlowState state)
    {
        foreach (var weight in weights)
        {
            var layer = invocation.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, weight.Layer)) is { Value: var given }
                ? TensorFacts.SymbolOf(given)
                : TensorFacts.SymbolOf(invocation.Instance) is { } owner && FixedVariables.Contain(owner, invocation.Syntax) && FixedVariables.ValueOf(owner) is { } created && state[new OptimizerKey(created)] is HeldFact held
                    ? held.Items.Where(item => item.Parameter == weight.Layer.Name).Select(item => item.Module.Variable).FirstOrDefault()
                    : null;
            if (layer is not null)
                state = Spoil(state, layer, weight.Write, weight.Alias, "weight");
        }

        return state;
    }

    /// <summary>The modules that an object is created with, by the parameters of its constructor.</summary>
    private static HeldFact HeldBy(IObjectCreationOperation creation) => new(creation.Arguments
        .Where(argument => argument.Parameter is not null && ModuleTraits.IsModule(argument.Value.Type) && TensorFacts.SymbolOf(argument.Value) is { } symbol && FixedVariables.Contain(symbol, creation.Syntax))
        .Select(argument => (argument.Parameter!.Name, new ModuleRef(TensorFacts.SymbolOf(argument.Value)!)))
        .ToEquatableArray());

    /// <summary>The layer whose Weight an expression is, perhaps through an alias.</summary>
    public static (ISymbol Layer, AliasKind Alias)? WeightOf(IOperation target, AliasKind alias) => TensorFacts.Unconverted(target) switch
    {
        IPropertyReferenceOperation { Property.Name: "Data", Instance: { } whole } => WeightOf(whole, alias | AliasKind.Data),
        IInvocationOperation { TargetMethod.Name: "Detach", Arguments: [] or [_], Instance: { } whole } => WeightOf(whole, alias | AliasKind.Detached),
        IPropertyReferenceOperation { Property.Name: "Weight", Instance: { } layer } when TensorFacts.SymbolOf(layer) is { } symbol => (symbol, alias),
        _ => null,
    };

    /// <summary>The write that each turn of a loop over parameters makes to the parameter.</summary>
    private static (SyntaxNode Write, AliasKind Alias)? WriteIn(ForEachStatementSyntax loop)
    {
        foreach (var call in loop.Statement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => Loops.Around(call) == loop && Loops.IsOnEveryTurn(call, loop)))
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var target } || !name.EndsWith("InPlace", System.StringComparison.Ordinal))
                continue;
            if (target is IdentifierNameSyntax { Identifier.ValueText: var whole } && whole == loop.Identifier.ValueText)
                return (call, AliasKind.Same);
            if (target is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Data", Expression: IdentifierNameSyntax { Identifier.ValueText: var data } } && data == loop.Identifier.ValueText)
                return (call, AliasKind.Data);
        }

        return null;
    }
}

/// <summary>The key of what calls of a module keep of its weights.</summary>
internal sealed record WeightsKey(ISymbol Module)
{
    public bool Equals(WeightsKey? other) => other is not null && SymbolEqualityComparer.Default.Equals(Module, other.Module);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Module);
}

/// <summary>The key of a module that a backward has given gradients, by the name of its variable.</summary>
internal sealed record TrainedKey(string Module);

/// <summary>There are gradients, so that a step changes the weights.</summary>
internal sealed record TrainedFact : FlowValue;

/// <summary>The modules that an object was created with.</summary>
internal sealed record HeldFact(EquatableArray<(string Parameter, ModuleRef Module)> Items) : FlowValue;
