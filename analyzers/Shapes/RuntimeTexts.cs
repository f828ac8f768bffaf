using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Shapes;

/// <summary>What PyTorch says at run time, so that a search for the message finds the right answer. Null where it has no text of its own.</summary>
internal static class RuntimeTexts
{
    private delegate string? OperatorText(ShapedCall call, SignatureMismatch mismatch);

    /// <summary>
    /// Operators whose text a <c>[ShapeError]</c> cannot state, as it is about a list or an argument; an operator that is not listed gets the general text.
    /// </summary>
    private static readonly Dictionary<string, OperatorText> Operators = new()
    {
        ["linear"] = Product,
        ["matmul"] = Product,
        ["stack"] = Stack,
        ["cat"] = Cat,
        ["permute"] = Permute,
        ["narrow"] = Narrow,
        ["select"] = Select,
        ["binary_cross_entropy"] = (call, _) =>
            $"Using a target size ({ShapeOf(call, 1)}) that is different to the input size ({ShapeOf(call, 0)}) is deprecated. Please ensure they have the same size.",
        ["binary_cross_entropy_with_logits"] = (call, _) => $"Target size ({ShapeOf(call, 1)}) must be the same as input size ({ShapeOf(call, 0)})",
    };

    public static string? For(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places) =>
        mismatch.Sentence
        ?? StatedSentence.For(call, mismatch)
        ?? (call.Signature.Name is { } name && Operators.TryGetValue(name, out var text) ? text(call, mismatch) : null)
        ?? General(call, mismatch, places);

    private static string? General(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places) => mismatch.Kind switch
    {
        MismatchKind.Broadcast when places.Other is null =>
            $"The expanded size of the tensor ({mismatch.Expected}) must match the existing size ({mismatch.Actual}) at non-singleton dimension {mismatch.Dimension}",
        MismatchKind.Broadcast =>
            $"The size of tensor a ({mismatch.Expected}) must match the size of tensor b ({mismatch.Actual}) at non-singleton dimension {mismatch.Dimension}",
        MismatchKind.ArgumentOutOfRange when IsDimension(mismatch.Name) && mismatch.Low < 0 =>
            $"Dimension out of range (expected to be in range of [{mismatch.Low}, {mismatch.High}], but got {mismatch.Actual})",
        MismatchKind.DuplicateDimension => $"dim {mismatch.Actual} appears multiple times in the list of dims",
        MismatchKind.ElementCount when Sizes(call, mismatch.Name) is { } sizes => $"shape '{sizes}' is invalid for input of size {mismatch.Expected}",
        MismatchKind.InferredTwice => "only one dimension can be inferred",
        MismatchKind.NegativeSize when mismatch.Found.IsArgument && Sizes(call, mismatch.Name) is { } sizes =>
            $"Trying to create tensor with negative dimension {mismatch.Actual}: {sizes}",
        MismatchKind.NegativeSize when call.Arguments.TryGetValue(mismatch.Name ?? "", out var value) && value is SizeValue =>
            $"{mismatch.Name} must be greater or equal to 0, got {mismatch.Actual}",
        _ => null,
    };

    private static string? Product(ShapedCall call, SignatureMismatch mismatch)
    {
        if (mismatch.Kind == MismatchKind.Size && ShapeOf(call, 0) is { Rank: 1 } left && ShapeOf(call, 1) is { Rank: 1 } right)
        {
            return $"inconsistent tensor size, expected tensor {left} and src {right} to have the same number of elements, "
                + $"but got {left.Dims[0]} and {right.Dims[0]} elements respectively";
        }

        if (mismatch.Kind != MismatchKind.Size || ShapeOf(call, 0) is not { Rank: 2 } a || ShapeOf(call, 1) is not { Rank: 2 } b)
            return null;

        // linear multiplies with the transposed weight, and says so in its message.
        var (rows, columns) = call.Signature.Name == "linear" ? (b.Dims[1], b.Dims[0]) : (b.Dims[0], b.Dims[1]);
        return $"mat1 and mat2 shapes cannot be multiplied ({a.Dims[0]}x{a.Dims[1]} and {rows}x{columns})";
    }

    private static string? Stack(ShapedCall call, SignatureMismatch mismatch) => mismatch.Kind switch
    {
        MismatchKind.ListElement when mismatch.Other is { } other =>
            $"stack expects each tensor to be equal size, but got {Element(call, other)} at entry {other.Element} and {Element(call, mismatch.Found)} at entry {mismatch.Found.Element}",
        MismatchKind.EmptyList => "stack expects a non-empty TensorList",
        _ => null,
    };

    private static string? Cat(ShapedCall call, SignatureMismatch mismatch) => mismatch.Kind switch
    {
        MismatchKind.ListElement when mismatch.Found.Dim == -1 =>
            $"Tensors must have same number of dimensions: got {mismatch.Expected} and {mismatch.Actual}",
        MismatchKind.ListElement =>
            $"Sizes of tensors must match except in dimension {mismatch.Dimension}. Expected size {mismatch.Expected} but got size {mismatch.Actual} for tensor number {mismatch.Found.Element} in the list.",
        MismatchKind.EmptyList => "cat(): expected a non-empty list of Tensors",
        MismatchKind.NoDimensions => $"zero-dimensional tensor (at position {mismatch.Found.Element}) cannot be concatenated",
        _ => null,
    };

    private static string? Permute(ShapedCall call, SignatureMismatch mismatch) => mismatch.Kind switch
    {
        MismatchKind.DuplicateDimension => "permute(): duplicate dims are not allowed.",
        MismatchKind.ArgumentLength =>
            "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions "
            + $"i.e. input.dim() = {mismatch.Expected} is not equal to len(dims) = {mismatch.Actual}",
        _ => null,
    };

    private static string? Narrow(ShapedCall call, SignatureMismatch mismatch) =>
        mismatch is { Kind: MismatchKind.ArgumentOutOfRange, Name: "length" } && Number(call, "start") is { } start
            && ShapeOf(call, 0) is { HasRank: true } shape && shape.Dims[mismatch.Found.Dim].Number is { } size
            ? $"start ({(start < 0 ? start + size : start)}) + length ({mismatch.Actual}) exceeds dimension size ({size})."
            : null;

    private static string? Select(ShapedCall call, SignatureMismatch mismatch) => mismatch is { Kind: MismatchKind.ArgumentOutOfRange, Name: "index" }
        ? $"select(): index {mismatch.Actual} out of range for tensor of size {ShapeOf(call, 0)} at dimension {mismatch.Found.Dim}"
        : null;

    private static SymbolicShape? ShapeOf(ShapedCall call, int input) => call.Inputs.ElementAtOrDefault(input)?.Tensors.FirstOrDefault()?.Shape;

    private static SymbolicShape? Element(ShapedCall call, ShapePosition place) => call.Inputs[place.Input].Tensors.ElementAtOrDefault(place.Element)?.Shape;

    private static long? Number(ShapedCall call, string name) =>
        call.Arguments.TryGetValue(name, out var value) && value is SizeValue { Size.Number: { } number } ? number : null;

    private static SymbolicShape? Sizes(ShapedCall call, string? name) =>
        name is not null && call.Arguments.TryGetValue(name, out var value) && value is SizesValue { Sizes: var sizes } ? SymbolicShape.Of(sizes) : null;

    private static bool IsDimension(string? name) => name is not null && name.IndexOf("dim", StringComparison.OrdinalIgnoreCase) >= 0;
}
