using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>What no signature says and the run time checks: one element for a number, room for a result, elements in order for a view.</summary>
internal sealed partial class OperationEvaluator
{
    /// <summary>A call of <c>Item</c> that fails; null where it works, or for another method.</summary>
    private ShapedCall? ItemCall(IOperation operation, IMethodSymbol method, List<GivenArgument> given)
    {
        if (method is not { Name: "Item", Parameters.IsEmpty: true } || !context.Symbols.IsTensor(method.ContainingType) || given is not [{ Value: TensorFlow { Shape: { HasRank: true } shape } } tensor])
            return null;
        if (shape.Elements.Number is not { } count || count == 1)
            return null;
        var text = CallInputReader.Read(method, tensor, null).Tensors[0].Text;
        return Failing(operation, method, IndexSignature with { Name = "item" }, tensor, $"a Tensor with {count} elements cannot be converted to Scalar", $"'{text}' {shape} holds {count} elements, not one", "Index it first, or reduce it with Mean() or Sum()");
    }

    private ShapedCall Failing(IOperation operation, IMethodSymbol method, CallSignature signature, GivenArgument tensor, string sentence, string word, string fix)
    {
        var mismatch = new SignatureMismatch(MismatchKind.AtRun, new ShapePosition(0)) { Sentence = sentence, Word = word, Name = fix };
        var result = new SignatureResult(new[] { SymbolicShape.Unknown }.ToEquatableArray(), mismatch, EquatableArray<SizeEquality>.Empty);
        return new ShapedCall(operation, method, signature, [CallInputReader.Read(method, tensor, null)], new Dictionary<string, ArgumentValue>(), result) { Sizes = State.Sizes };
    }

    /// <summary>The outcome of an operator whose shapes fit, with what else can fail.</summary>
    private static SignatureResult AtRun(IMethodSymbol method, CallSignature signature, List<CallInput> inputs, SignatureResult result)
    {
        if (result is not { Mismatch: null, Outputs: [{ HasRank: true } output] } || !signature.IsOperator || inputs is not [{ Tensors: [{ Shape: { HasRank: true } shape } tensor] }, ..])
            return result;
        if (signature.Name == "view" && ViewStrides.Fails(tensor, output))
        {
            return With(
                "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
                $"the elements of '{tensor.Text}' {shape} do not lie in the order of its dimensions",
                "Use Reshape, which copies where it must");
        }

        return inputs.Count > 1 && GradientMetadata.WritesInPlace(method) && Outgrows(shape, output)
            ? With($"output with shape {shape} doesn't match the broadcast shape {output}", $"the result {output} does not fit into '{tensor.Text}' {shape}, which it is written to", $"Use {method.Name.Replace("InPlace", "")}, which makes a new tensor, or reduce the other operand first")
            : result;

        SignatureResult With(string sentence, string word, string fix) => result with
        {
            Mismatch = new SignatureMismatch(MismatchKind.AtRun, new ShapePosition(0)) { Sentence = sentence, Word = word, Name = fix },
        };
    }

    /// <summary>Whether a result surely has a dimension that a tensor lacks, or more than one element where the tensor has one.</summary>
    private static bool Outgrows(SymbolicShape shape, SymbolicShape result)
    {
        if (result.Rank != shape.Rank)
            return result.Rank > shape.Rank;
        return Enumerable.Range(0, shape.Rank).Any(i => shape.Dims[i].Number == 1 && result.Dims[i].Number is > 1);
    }

    /// <summary><c>x[0] = y</c>: the value has to broadcast to the part.</summary>
    private void Replace(ISimpleAssignmentOperation operation, IPropertyReferenceOperation part, FlowValue value)
    {
        State = State.WithoutConstants();
        if (part is not { Instance: { } tensor, Property.SetMethod: { } setter } || State.Sizes.Resolve(Quiet(tensor)) is not TensorFlow { Shape: { HasRank: true } shape } whole)
            return;
        var (state, isSettled, isFirst) = (State, context.IsSettled, context.IsFirstRound);
        (context.IsSettled, context.IsFirstRound) = (false, false);
        var positions = part.Arguments.SelectMany(item => Positions(item)).Select(PositionAt).ToList();
        (State, context.IsSettled, context.IsFirstRound) = (state, isSettled, isFirst);

        var (target, mismatch) = TensorIndexing.Apply(shape, positions);
        var given = new GivenArgument(null, tensor, whole);
        var failing = mismatch is not null
            ? Failing(operation, setter, IndexSignature, given, "", "", "") is var empty ? empty with { Result = empty.Result with { Mismatch = mismatch } } : null
            : State.Sizes.Resolve(value) is TensorFlow { Shape: { HasRank: true } source } && target.HasRank && !Fills(target, source)
                ? Failing(operation, setter, IndexSignature with { Name = "copy_" }, given, $"shape mismatch: value tensor of shape {source} cannot be broadcast to indexing result of shape {target}", $"'{part.Syntax}' has the shape {target}, and the value {source}", "Make the sizes equal")
                : null;
        if (failing is not null)
            State = context.Raise(new CallEvent(operation, State, setter, whole, [given], failing, FlowValue.Unknown), State);
    }

    private static bool Fills(SymbolicShape target, SymbolicShape source)
    {
        for (var i = 1; i <= source.Rank; i++)
        {
            var size = source.Dims[source.Rank - i].Number;
            if (size is not null and not 1 && (i > target.Rank || target.Dims[target.Rank - i].Number is { } room && room != size))
                return false;
        }

        return true;
    }

    /// <summary>A shape, or an array of tensors, taken apart into more or fewer variables than it has parts.</summary>
    private void Unpack(IDeconstructionAssignmentOperation operation, FlowValue value)
    {
        if (value is not ListFlow { Items: { Count: > 0 and var count } items } || Elements(operation.Target) is not { } names || names.Count == count)
            return;
        var source = operation.Value;
        while (source is IConversionOperation { OperatorMethod: null, Operand: var operand })
            source = operand;
        var isShape = context.Symbols.IsShape(source.Type);
        if (!isShape && !(source.Type is IArrayTypeSymbol && context.Symbols.IsTensorList(source.Type) && items.All(item => item is TensorFlow)))
            return;

        var method = context.Symbols.Tensor.GetMembers().OfType<IMethodSymbol>().FirstOrDefault();
        if (method is null)
            return;
        var of = isShape && TensorOf(source) is { } tensor ? tensor : source;
        var failing = Failing(
            operation,
            method,
            IndexSignature with { Name = "unpack" },
            new GivenArgument(null, of, isShape ? Quiet(of) : items[0]),
            count > names.Count ? $"too many values to unpack (expected {names.Count})" : $"not enough values to unpack (expected {names.Count}, got {count})",
            $"'{source.Syntax}' has {count} {(isShape ? "sizes" : "tensors")}, and there are {names.Count} variables",
            "Take it apart into as many variables");
        State = context.Raise(new CallEvent(operation, State, method, null, [], failing, FlowValue.Unknown), State);
    }
}
