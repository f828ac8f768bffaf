using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Shapes;

/// <summary>Says what to do about a mismatch. A change of the code is only named when the call would then fit.</summary>
internal static class MismatchFix
{
    public static SuggestedFix For(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places) => mismatch.Kind switch
    {
        MismatchKind.Rank => Rank(call, mismatch, places),
        MismatchKind.ArgumentOutOfRange when DimensionFix(call, mismatch) is { } fix => fix,
        MismatchKind.ArgumentOutOfRange or MismatchKind.DuplicateDimension or MismatchKind.ArgumentLength or MismatchKind.InferredTwice
            or MismatchKind.ElementCount or MismatchKind.NegativeSize or MismatchKind.Argument => new($"Change '{mismatch.Name}'"),
        MismatchKind.AtRun => new($"{mismatch.Name}"),
        MismatchKind.SameRank => Widened(call, mismatch, places) ?? new("Give both the same number of dimensions"),
        MismatchKind.TooLarge => new("Make it smaller, or the other larger"),
        MismatchKind.Multiple => new("Choose a size that divides"),
        MismatchKind.Window => new("Make the windows smaller, or the padding or the input larger"),
        MismatchKind.EmptyList => new("Give it one tensor at least"),
        MismatchKind.NoDimensions => SuggestedFix.Replacing($"Give it a dimension: {places.Found?.Text}.Unsqueeze(0)", null, ""),
        MismatchKind.Broadcast or MismatchKind.ListElement => Transposed(call, mismatch) ?? new("Make the sizes equal"),
        _ => Flattened(call, mismatch, places) ?? Transposed(call, mismatch) ?? Resized(call, mismatch) ?? new("Make the two sizes equal"),
    };

    private static SuggestedFix Rank(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places)
    {
        if (places.Found is not { } found)
            return new("Give it a tensor of that rank");

        var sizes = found.Shape.Dims.ToList();
        var (actual, expected) = (mismatch.Actual.Number.GetValueOrDefault(), mismatch.Expected.Number.GetValueOrDefault());
        if (actual + 1 == expected && Fits(call, mismatch.Found, SymbolicShape.Of([1, .. sizes])))
            return SuggestedFix.Replacing($"Add the missing dimension: {found.Text}.Unsqueeze(0)", found.Syntax, $"{Receiver(found)}.Unsqueeze(0)");
        if (actual == expected + 1 && sizes[0].Number == 1 && Fits(call, mismatch.Found, SymbolicShape.Of(sizes.Skip(1))))
            return SuggestedFix.Replacing($"Remove the dimension of size 1: {found.Text}.Squeeze(0)", found.Syntax, $"{Receiver(found)}.Squeeze(0)");
        var more = mismatch.OrOneMore ? $" or {expected + 1}" : "";
        return new($"Reshape '{found.Text}' to {(mismatch.AtLeast ? "at least " : "")}{expected}{more} dimension{(expected == 1 && more.Length == 0 ? "" : "s")}");
    }

    /// <summary>A dimension of size 1 behind the last, which indices of rows lack in gather and scatter.</summary>
    private static SuggestedFix? Widened(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places) =>
        places.Found is { Shape: { HasRank: true } shape } found && mismatch.Actual.Number + 1 == mismatch.Expected.Number && Fits(call, mismatch.Found, SymbolicShape.Of([.. shape.Dims, 1]))
            ? SuggestedFix.Replacing($"Add the missing dimension: {found.Text}.Unsqueeze({shape.Rank})", found.Syntax, $"{Receiver(found)}.Unsqueeze({shape.Rank})")
            : null;

    /// <summary>A layer that takes rows of some width, given images of as many elements: they have to be flattened.</summary>
    private static SuggestedFix? Flattened(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places)
    {
        if (places.Found is not { Shape: { HasRank: true, Rank: > 2 } shape } found)
            return null;
        var flat = SymbolicShape.Of(shape.Dims[0], SymbolicShape.Of(shape.Dims.Skip(1)).Elements);
        return flat.Dims[1].IsKnown && Fits(call, mismatch.Found, flat)
            ? SuggestedFix.Replacing($"Flatten it: {found.Text}.Flatten(1)", found.Syntax, $"{Receiver(found)}.Flatten(1)")
            : null;
    }

    /// <summary>A layer made for another size: what it was made with has to change, or what comes before.</summary>
    private static SuggestedFix? Resized(ShapedCall call, SignatureMismatch mismatch) => mismatch is { Kind: MismatchKind.Size, Other.IsArgument: true, Actual.IsKnown: true } && !call.Signature.IsOperator
        ? new($"Make '{mismatch.Name}' {mismatch.Actual}, or change what comes before")
        : null;

    /// <summary>The transposition of one of the tensors that makes the whole call fit, if there is one.</summary>
    private static SuggestedFix? Transposed(ShapedCall call, SignatureMismatch mismatch)
    {
        foreach (var place in new[] { mismatch.Found, mismatch.Other ?? ShapePosition.Argument })
        {
            if (place.IsArgument || call.Inputs[place.Input].Tensors.ElementAtOrDefault(place.Element < 0 ? 0 : place.Element) is not { } tensor)
                continue;

            var rank = tensor.Shape.Rank;
            if (rank < 2)
                continue;
            var sizes = tensor.Shape.Dims.ToArray();
            if (!sizes[rank - 2].IsKnown || !sizes[rank - 1].IsKnown)
                continue;
            (sizes[rank - 2], sizes[rank - 1]) = (sizes[rank - 1], sizes[rank - 2]);
            if (Fits(call, place, SymbolicShape.Of(sizes), isCertain: true))
                return SuggestedFix.Replacing($"It would fit transposed: {tensor.Text}.Transpose({rank - 2}, {rank - 1})", tensor.Syntax, $"{Receiver(tensor)}.Transpose({rank - 2}, {rank - 1})");
        }

        return null;
    }

    /// <summary>A dimension one too large, counted from 1 as in other languages: the last one is meant.</summary>
    private static SuggestedFix? DimensionFix(ShapedCall call, SignatureMismatch mismatch)
    {
        if (mismatch.Name is not ("dim" or "startDim") || mismatch.Actual.Number != mismatch.High + 1 || mismatch.High < 0 || call.Operation is not IInvocationOperation invocation)
            return null;
        var argument = invocation.Arguments.FirstOrDefault(item => item.Parameter?.Name == mismatch.Name && item.ArgumentKind == ArgumentKind.Explicit)?.Value;
        while (argument is IConversionOperation { Operand: var operand })
            argument = operand;
        return argument is ILiteralOperation
            ? SuggestedFix.Replacing($"The last dimension is {mismatch.High}", argument.Syntax, $"{mismatch.High}")
            : null;
    }

    /// <summary>A column made a row.</summary>
    public static SuggestedFix Squeezed(GivenTensor column) =>
        SuggestedFix.Replacing($"Make both of one shape: {column.Text}.Squeeze(1)", column.Syntax, $"{Receiver(column)}.Squeeze(1)");

    private static string Receiver(GivenTensor tensor)
    {
        var text = tensor.Syntax?.ToString() ?? tensor.Text;
        return tensor.Syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or null
            ? text
            : $"({text})";
    }

    // Certain: for every size that a name may stand for.
    private static bool Fits(ShapedCall call, ShapePosition place, SymbolicShape shape, bool isCertain = false)
    {
        var inputs = call.Inputs.Select(input => input.Input).ToArray();
        inputs[place.Input] = place.Element < 0
            ? EvaluationInput.Single(shape)
            : EvaluationInput.List(inputs[place.Input].Shapes.Select((old, index) => index == place.Element ? shape : old));
        var result = SignatureEvaluator.Evaluate(call.Signature.Signature, inputs, call.Arguments);
        return result.Mismatch is null && (!isCertain || result.Equalities.Count == 0);
    }
}
