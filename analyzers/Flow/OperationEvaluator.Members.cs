using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Properties and fields: the shape of a tensor as a value, the parts of a tuple, what attributes state and constructors set.</summary>
internal sealed partial class OperationEvaluator
{
    public override FlowValue VisitPropertyReference(IPropertyReferenceOperation operation, object? argument)
    {
        var instance = State.Sizes.Resolve(Evaluate(operation.Instance));
        var arguments = operation.Arguments.Select(item => Evaluate(item.Value)).ToList();
        var type = operation.Property.ContainingType;
        if (context.Symbols.IsTensor(type) && arguments.Count > 0)
            return Index(operation, instance);

        var value = Given(operation) ?? ValueOf(operation, instance, arguments, type);
        if (operation.Arguments.IsEmpty)
            State = context.Raise(new ReadEvent(operation, State, operation.Property, operation.Instance is null ? null : instance, value), State);
        return value;
    }

    public override FlowValue VisitFieldReference(IFieldReferenceOperation operation, object? argument)
    {
        var instance = Evaluate(operation.Instance);
        if (operation.Field.ContainingType is { IsTupleType: true } tuple)
        {
            var index = tuple.TupleElements.IndexOf(operation.Field, 0, TupleFieldComparer.Instance);
            return index >= 0 && instance is TupleFlow { Items: var items } && index < items.Count ? items[index] : FlowValue.Unknown;
        }

        var value = Given(operation) ?? MemberValue(operation.Field, operation.Type, instance);
        State = context.Raise(new ReadEvent(operation, State, operation.Field, operation.Instance is null ? null : instance, value), State);
        return value;
    }

    private FlowValue ValueOf(IPropertyReferenceOperation operation, FlowValue instance, System.Collections.Generic.List<FlowValue> arguments, INamedTypeSymbol type)
    {
        if (context.Symbols.IsTensor(type) && operation.Property.Name == "Data")
            return new TensorFlow((instance as TensorFlow)?.Shape ?? SymbolicShape.Unknown, operation.Syntax);
        if (context.Symbols.IsTensor(type))
            return instance is TensorFlow { Shape: { HasRank: true } shape } ? PartOf(shape, operation.Property.Name) : FlowValue.Unknown;
        if (context.Symbols.IsShape(type))
            return SizeOf(operation, instance, arguments);
        if (operation.Property.Name == "Current" && instance is SequenceFlow { Element: var element })
            return element;
        if (operation.Property is { Name: "Result", ContainingType: { Name: "Task" or "ValueTask" } })
            return instance;
        if (instance is TableFlow table && arguments.Count == 1)
            return table[arguments[0]];
        if (AsList(instance) is { } list)
        {
            if (operation.Property.Name is "Count" or "Length" && arguments.Count == 0)
                return list is ListFlow { Items.Count: var count } ? new IntFlow(count) : FlowValue.Unknown;
            if (arguments.Count == 1 && list is ListFlow known)
                Take(operation, known, operation.Arguments[0].Value, arguments[0]);
            if (arguments.Count == 1)
                return list is ListFlow { Items: var items } ? Element(items, operation.Arguments[0].Value, arguments[0]) : ElementAt(ElementOf(list), operation);
        }

        return MemberValue(operation.Property, operation.Type, instance);
    }

    // One of several that one line made: not surely the one that is held elsewhere.
    private static FlowValue ElementAt(FlowValue element, IOperation operation) => element is TensorFlow tensor ? tensor with { Origin = operation.Syntax } : element;

    /// <summary>What the method itself gave to a field of its object.</summary>
    private FlowValue? Given(IMemberReferenceOperation operation) =>
        operation.Instance is null or IInstanceReferenceOperation && State[new MemberKey(operation.Member)] is TensorFlow given ? given : null;

    /// <summary>Whether a property gives back what it was set to.</summary>
    private static bool IsAutomatic(IPropertySymbol property) => !property.IsVirtual && !property.IsOverride
        && property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private FlowValue SizeOf(IPropertyReferenceOperation operation, FlowValue instance, System.Collections.Generic.List<FlowValue> arguments)
    {
        if (arguments.Count != 1)
            return instance is ListFlow { Items: var all } ? RankOf(all, operation.Property.Name) : FlowValue.Unknown;
        var known = instance is ListFlow { Items: var sizes } ? Element(sizes, operation.Arguments[0].Value, arguments[0]) : FlowValue.Unknown;
        return known is IntFlow { Size.IsKnown: true } || operation.Instance is null ? known : NameSize(operation.Instance, operation.Arguments[0].Value, arguments[0], operation.Syntax.ToString());
    }

    /// <summary>The value of a field or property that lasts.</summary>
    private FlowValue MemberValue(ISymbol member, ITypeSymbol? type, FlowValue instance)
    {
        if (context.Symbols.IsTensor(type))
        {
            var module = instance as ModuleFlow;
            if (module is not null && !SymbolEqualityComparer.Default.Equals(module.Type.OriginalDefinition, member.ContainingType.OriginalDefinition))
                module = context.World.Modules.AsBase(module, member.ContainingType, context);
            if (context.World.DeclaredShapes.ValueOf(member, module) is TensorFlow declared)
                return declared;
        }

        if (type?.SpecialType is SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Single or SpecialType.System_Double)
            return FlowValue.Unknown;
        if (member is IPropertySymbol { GetMethod: { } getter } property && context.World.Bodies.Of(getter, context.Cancellation) is not null && !property.IsVirtual)
            return Relocated(context.World.Summaries.Of(getter, instance as ModuleFlow, [], context).Result, member.DeclaringSyntaxReferences[0].GetSyntax());

        var value = context.World.Members.Of(member, instance as ModuleFlow, context);
        if (value is TableFlow && member.DeclaredAccessibility != Accessibility.Private)
            return FlowValue.Unknown;
        if (value is TensorFlow initial && MemberWrites.IsState(member))
            return initial with { Origin = member.DeclaringSyntaxReferences[0].GetSyntax(), MayBeNull = true };
        return value is UnknownFlow && context.Symbols.IsModule(type) ? new ModuleFlow(type!, EquatableArray<NamedFlow>.Empty, null, null) : value;
    }

    private static FlowValue PartOf(SymbolicShape shape, string property) => property switch
    {
        "Shape" => new ListFlow(shape.Dims.Select(FlowValue (size) => new IntFlow(size)).ToEquatableArray()),
        "Rank" => new IntFlow(shape.Rank),
        "Count" => shape.Elements is { IsKnown: true } count ? new IntFlow(count) : FlowValue.Unknown,
        _ => FlowValue.Unknown,
    };

    private static FlowValue RankOf(EquatableArray<FlowValue> sizes, string property) =>
        property == "Rank" ? new IntFlow(sizes.Count) : FlowValue.Unknown;

    private static FlowValue Element(EquatableArray<FlowValue> sizes, IOperation index, FlowValue value) =>
        PositionOf(index, value, sizes.Count) is { } position ? sizes[position] : FlowValue.Unknown;
}
