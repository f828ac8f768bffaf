using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Shapes;

/// <summary>Says what to do about a mismatch. A change of the code is only named when the call would then fit.</summary>
internal static class MismatchFix
{
    public static string For(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places) => mismatch.Kind switch
    {
        MismatchKind.Rank => Rank(call, mismatch, places),
        MismatchKind.ArgumentOutOfRange or MismatchKind.DuplicateDimension or MismatchKind.ArgumentLength or MismatchKind.InferredTwice
            or MismatchKind.ElementCount or MismatchKind.NegativeSize or MismatchKind.Argument => $"Change '{mismatch.Name}'",
        MismatchKind.Window => "Make the windows smaller, or the padding or the input larger",
        MismatchKind.EmptyList => "Give it one tensor at least",
        MismatchKind.NoDimensions => $"Give it a dimension: {places.Found?.Text}.Unsqueeze(0)",
        MismatchKind.Broadcast or MismatchKind.ListElement => Transposed(call, mismatch) ?? "Make the sizes equal",
        _ => Transposed(call, mismatch) ?? "Make the two sizes equal",
    };

    private static string Rank(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places)
    {
        if (places.Found is not { } found)
            return "Give it a tensor of that rank";

        var sizes = found.Shape.Dims.ToList();
        if (mismatch.Actual + 1 == mismatch.Expected && Fits(call, mismatch.Found, SymbolicShape.Of([1, .. sizes])))
            return $"Add the missing dimension: {found.Text}.Unsqueeze(0)";
        if (mismatch.Actual == mismatch.Expected + 1 && sizes[0].Number == 1 && Fits(call, mismatch.Found, SymbolicShape.Of(sizes.Skip(1))))
            return $"Remove the dimension of size 1: {found.Text}.Squeeze(0)";
        var more = mismatch.OrOneMore ? $" or {mismatch.Expected + 1}" : "";
        return $"Reshape '{found.Text}' to {(mismatch.AtLeast ? "at least " : "")}{mismatch.Expected}{more} dimensions";
    }

    /// <summary>The transposition of one of the tensors that makes the whole call fit, if there is one.</summary>
    private static string? Transposed(ShapedCall call, SignatureMismatch mismatch)
    {
        foreach (var place in new[] { mismatch.Found, mismatch.Other ?? ShapePosition.Argument })
        {
            if (place.IsArgument || call.Inputs[place.Input].Tensors.ElementAtOrDefault(place.Element < 0 ? 0 : place.Element) is not { } tensor)
                continue;

            var rank = tensor.Shape.Rank;
            if (rank < 2)
                continue;
            var sizes = tensor.Shape.Dims.ToArray();
            if (sizes[rank - 2].Number is null || sizes[rank - 1].Number is null)
                continue;
            (sizes[rank - 2], sizes[rank - 1]) = (sizes[rank - 1], sizes[rank - 2]);
            if (Fits(call, place, SymbolicShape.Of(sizes)))
                return $"It would fit transposed: {tensor.Text}.Transpose({rank - 2}, {rank - 1})";
        }

        return null;
    }

    private static bool Fits(ShapedCall call, ShapePosition place, SymbolicShape shape)
    {
        var inputs = call.Inputs.Select(input => input.Input).ToArray();
        inputs[place.Input] = place.Element < 0
            ? EvaluationInput.Single(shape)
            : EvaluationInput.List(inputs[place.Input].Shapes.Select((old, index) => index == place.Element ? shape : old));
        return SignatureEvaluator.Evaluate(call.Signature.Signature, inputs, call.Arguments).Mismatch is null;
    }
}
