using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Modules that are run one after the other, and stated shapes in the middle of code.</summary>
internal sealed partial class OperationEvaluator
{
    public override FlowValue VisitInstanceReference(IInstanceReferenceOperation operation, object? argument) =>
        operation.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance && context.Instance is { } instance ? instance : FlowValue.Unknown;

    /// <summary>A call of a Sequential: layer after layer. Null for any other call.</summary>
    private FlowValue? ModuleCall(IInvocationOperation operation, FlowValue receiver, List<GivenArgument> given)
    {
        if (operation.TargetMethod.Name != "Forward" || given is not [{ } input] || receiver is not ModuleFlow { Items: ListFlow items } module || !context.Symbols.IsSequential(module.Type))
            return null;
        return FitTogether(items, operation) ? RunLayers(items, input with { Value = State.Sizes.Resolve(input.Value) }, _ => operation) : new TensorFlow(SymbolicShape.Unknown, operation.Syntax);
    }

    /// <summary>At the creation of a Sequential: what must fail for every input is reported at the layer that does not fit.</summary>
    private void RunLayersOf(IObjectCreationOperation operation, ModuleFlow module)
    {
        if (!context.IsSettled || module.Items is not ListFlow items)
            return;
        var written = operation.Arguments.Select(item => item.Value).SelectMany(CallInputReader.ElementsOf).ToList();
        var input = new GivenArgument(null, operation, new TensorFlow(SymbolicShape.Unknown, null));
        RunLayers(items, input, index => written.Count == items.Items.Count ? written[index] : operation);
    }

    private bool FitTogether(ListFlow items, IOperation operation)
    {
        var result = RunLayers(items, new GivenArgument(null, operation, new TensorFlow(SymbolicShape.Unknown, null)), null);
        return result is not NullFlow;
    }

    /// <summary>Runs modules on an input. The result is null, as a value, where one of them cannot take what comes to it.</summary>
    private FlowValue RunLayers(ListFlow items, GivenArgument input, System.Func<int, IOperation>? place)
    {
        var value = input.Value;
        for (var i = 0; i < items.Items.Count; i++)
        {
            var at = place is null ? input.Operation : place(i);
            if (items.Items[i] is not ModuleFlow { Type: INamedTypeSymbol type } layer)
            {
                value = new TensorFlow(SymbolicShape.Unknown, at.Syntax);
                continue;
            }

            if (layer.Items is ListFlow inner && context.Symbols.IsSequential(type))
            {
                value = RunLayers(inner, input with { Value = value }, place is null ? null : _ => at);
            }
            else if (CallTarget.Find(type, "Forward", 1) is { } forward)
            {
                var given = new GivenArgument(forward.Parameters[0], input.Operation, value);
                value = place is null ? Dry(forward, layer, given) : Call(at, forward, layer, [given], layer);
            }
            else
            {
                value = new TensorFlow(SymbolicShape.Unknown, at.Syntax);
            }

            if (value is NullFlow)
                return value;
        }

        return value;
    }

    /// <summary>What a layer makes of an input, without telling anybody.</summary>
    private FlowValue Dry(IMethodSymbol forward, ModuleFlow layer, GivenArgument given)
    {
        var target = CallTarget.Of(forward, layer) ?? forward;
        var result = FlowValue.Unknown;
        if (context.World.Signatures.Of(target) is not null && Shapes(given.Operation, target, layer, [given], layer) is { } shapes)
        {
            if (shapes.Result.Mismatch is not null)
                return FlowValue.Null;
            result = shapes.Result.Outputs.Count == 1 ? new TensorFlow(shapes.Result.Outputs[0], null) : FlowValue.Unknown;
        }

        var summary = SummaryOf(target, layer, [given]);
        return summary.Failures.Count > 0 ? FlowValue.Null : Merge(result, summary.Result);
    }

    /// <summary><c>x.Expect("b 64")</c>: the shape is believed, and its names stand for the same sizes in the whole method.</summary>
    private FlowValue? ExpectCall(IInvocationOperation operation, List<GivenArgument> given)
    {
        var method = operation.TargetMethod;
        if (method.Name != "Expect" || method.ContainingNamespace?.Name != "DslTensors" || !context.Symbols.IsTensor(method.ReturnType))
            return null;
        if (given is not [{ Operation: var source, Value: var value }, { Value: ChoiceFlow { Name: var text } }] || SignatureParser.ParseShape(text).Shape is not { } pattern)
            return null;

        value = State.Sizes.Resolve(value);
        var stated = DeclaredShapes.ShapeOf(pattern, name => DeclaredShapes.SizeOf(name, null, context));
        var signature = new CallSignature(null, new Signature(new[] { pattern }.ToEquatableArray(), new OutputPattern[] { new ShapeOutput(pattern.Dims) }.ToEquatableArray()), default);
        var input = CallInputReader.Read(method, new GivenArgument(method.ContainingType.ExtensionParameter, source, value), pattern);
        var names = pattern.Dims.SelectMany(dim => dim.BoundNames().Concat(dim.UsedNames())).Distinct()
            .Select(name => (name, Size: State.Sizes.Resolve(DeclaredShapes.SizeOf(name, null, context))))
            .ToDictionary(item => item.name, ArgumentValue (item) => new SizeValue(item.Size));
        var result = SignatureEvaluator.Evaluate(signature.Signature, [input.Input], names);
        var shapes = new ShapedCall(operation, method, signature, [input], names, result) { Sizes = State.Sizes };

        var before = State;
        foreach (var equality in result.Mismatch is null ? result.Equalities : default)
            State = State.Assume(equality.Left, equality.Right, operation.Syntax);
        var shape = (value as TensorFlow)?.Shape is { HasRank: true } known && known.Rank == stated.Rank
            ? SymbolicShape.Of(known.Dims.Zip(stated.Dims, (left, right) => left.Unify(right)))
            : stated;
        var expected = new TensorFlow(result.Mismatch is null ? shape : SymbolicShape.Unknown, operation.Syntax);
        Refine(source, expected with { Origin = (value as TensorFlow)?.Origin ?? operation.Syntax });
        State = context.Raise(new CallEvent(operation, before, method, null, given, shapes, expected), State);
        return expected;
    }
}
