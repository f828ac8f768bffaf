using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>
/// The values of fields and properties that last as long as their object: what the declaration or the one constructor gives them, with what
/// that constructor was given.
/// </summary>
internal sealed class MemberValues(FlowWorld world)
{
    private readonly CallCache<(ISymbol Member, ModuleFlow? Instance), FlowValue> _known = new();
    private readonly CallCache<(ISymbol Constructor, ModuleFlow? Instance), IReadOnlyDictionary<ISymbol, FlowValue>> _constructed = new();

    public FlowValue Of(ISymbol member, ModuleFlow? instance, FlowContext asking)
    {
        member = member.OriginalDefinition;
        if (member is IPropertySymbol && instance is { Type.IsRecord: true } && instance.Arguments.FirstOrDefault(argument => argument.Name == NameOf(member)) is { } given)
            return !IsPositional(member) || world.Writes.Lasts(member) ? given.Value : FlowValue.Unknown;
        if (member.DeclaringSyntaxReferences.IsEmpty || !world.Writes.Lasts(member) || asking.Calls.Enter(member) is not { } calls)
            return FlowValue.Unknown;
        if (!member.IsStatic && instance is not null && !SymbolEqualityComparer.Default.Equals(instance.Type.OriginalDefinition, member.ContainingType.OriginalDefinition))
            instance = world.Modules.AsBase(instance, member.ContainingType, asking);

        var key = (member, DependsOnObject(member, asking) ? instance : null);
        return _known.TryGet(key, calls, out var known) ? known : _known.Add(key, calls, Read(member, key.Item2, calls, asking));
    }

    /// <summary>Under which name a record keeps what a property is set to: that of the parameter which it is made of, or its own.</summary>
    public static string NameOf(ISymbol property) => IsPositional(property) ? property.Name : $".{property.Name}";

    private static bool IsPositional(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax;

    private FlowValue Read(ISymbol member, ModuleFlow? instance, CallStack calls, FlowContext asking)
    {
        if (world.Bodies.Of(member, asking.Cancellation) is { } graph)
        {
            var listener = new AssignmentListener();
            var context = new FlowContext(world, listener, member, member.IsStatic ? null : instance, calls, asking.Cancellation);
            new FlowEngine(context, world.Bodies.FactsOf(graph, member, asking.Cancellation)).RunAlone(graph, FlowState.Empty);
            return context.Exported(listener[member]);
        }

        return member.IsStatic ? FlowValue.Unknown : FromConstructor(member, instance, calls, asking);
    }

    /// <summary>Whether objects of one type may differ in a member: its initializer may read the primary constructor's parameters, or the constructor sets it.</summary>
    private bool DependsOnObject(ISymbol member, FlowContext asking) => world.Bodies.Of(member, asking.Cancellation) is null
        || member.ContainingType.InstanceConstructors.Any(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList.Parameters.Count: > 0 }));

    private FlowValue FromConstructor(ISymbol member, ModuleFlow? instance, CallStack calls, FlowContext asking)
    {
        var constructors = member.ContainingType.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared).ToList();
        if (constructors is not [{ } constructor] || constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not ConstructorDeclarationSyntax)
            return FlowValue.Unknown;

        if (calls.Enter(constructor) is not { } inside)
            return FlowValue.Unknown;
        var key = ((ISymbol)constructor, instance);
        if (!_constructed.TryGet(key, inside, out var values))
            values = _constructed.Add(key, inside, Construct(constructor, instance, inside, asking));
        return values.TryGetValue(member, out var value) ? value : FlowValue.Unknown;
    }

    private IReadOnlyDictionary<ISymbol, FlowValue> Construct(IMethodSymbol constructor, ModuleFlow? instance, CallStack inside, FlowContext asking)
    {
        var listener = new AssignmentListener();
        if (world.Bodies.Of(constructor, asking.Cancellation) is { } graph)
        {
            var context = new FlowContext(world, listener, constructor, instance, inside, asking.Cancellation);
            var state = FlowState.Empty;
            foreach (var parameter in constructor.Parameters)
                state = state.With(parameter, instance?[parameter.Name] ?? FlowValue.Unknown);
            new FlowEngine(context, world.Bodies.FactsOf(graph, constructor, asking.Cancellation)).RunAlone(graph, state);
            foreach (var member in listener.Values.Keys.ToList())
                listener.Values[member] = context.Exported(listener.Values[member]);
        }

        return listener.Values;
    }

    private sealed class AssignmentListener : IFlowListener
    {
        public Dictionary<ISymbol, FlowValue> Values { get; } = new(SymbolEqualityComparer.Default);

        public FlowValue this[ISymbol member] => Values.TryGetValue(member, out var value) ? value : FlowValue.Unknown;

        public void On(FlowEvent happening)
        {
            if (happening is not AssignmentEvent { Target: IMemberReferenceOperation { Member: var member } target, Value: var value, State: var state })
                return;
            if (target.Instance is not (null or IInstanceReferenceOperation))
                return;
            value = state.Sizes.Resolve(value);
            Values[member.OriginalDefinition] = Values.TryGetValue(member.OriginalDefinition, out var old) ? old.Join(value) : value;
        }

        public FlowState Follow(FlowEvent happening, FlowState state) => state;
    }
}
