using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Flow;

/// <summary>Whether the elements of a result lie in the order of its dimensions, where that is certain.</summary>
internal static class Contiguity
{
    public static bool? Of(ShapedCall call)
    {
        var input = call.Inputs.Count > 0 ? call.Inputs[0] : null;
        var first = input is { Tensors: [var tensor, ..] } ? tensor : null;
        return call.Signature.Name switch
        {
            "transpose" or "swapaxes" or "swapdims" or "t" or "permute" or "movedim" or "moveaxis" => first?.IsContiguous == true && Reorders(call, first.Shape) ? false : null,
            "view" or "clone" => first?.IsContiguous,
            "reshape" or "flatten" or "unsqueeze" or "squeeze" => first?.IsContiguous == true ? true : null,
            "contiguous" or "rand" or "randn" or "zeros" or "ones" or "full" or "empty" or "eye" or "arange" or "linspace" or "stack" or "cat"
                or "bmm" or "mm" or "linear" or "conv1d" or "conv2d" or "conv3d" => true,
            _ => null,
        };
    }

    /// <summary>In which order the dimensions lie, the outermost first; empty where that is not known.</summary>
    public static EquatableArray<int> OrderOf(ShapedCall call)
    {
        if (call.Inputs is not [{ Tensors: [{ Shape: { HasRank: true } shape } tensor] }, ..])
            return EquatableArray<int>.Empty;
        var order = tensor.Order.Count == shape.Rank ? tensor.Order.ToArray() : tensor.IsContiguous == true ? Enumerable.Range(0, shape.Rank).ToArray() : null;
        if (order is null)
            return EquatableArray<int>.Empty;
        switch (call.Signature.Name)
        {
            case "permute" when call.Arguments.TryGetValue("dims", out var value) && value is SizesValue { Sizes: var dims } && dims.Count == shape.Rank:
                var places = dims.Select(dim => Wrapped(dim, shape.Rank)).ToList();
                return places.Contains(null) ? EquatableArray<int>.Empty : order.Select(dim => places.IndexOf(dim)).ToEquatableArray();
            case "transpose" or "swapaxes" or "swapdims" or "t":
                var (first, second) = call.Signature.Name == "t" ? (0, shape.Rank == 2 ? 1 : 0) : (At("dim0", "axis0"), At("dim1", "axis1"));
                return first is null || second is null
                    ? EquatableArray<int>.Empty
                    : order.Select(dim => dim == first ? second.Value : dim == second ? first.Value : dim).ToEquatableArray();
            default:
                return EquatableArray<int>.Empty;
        }

        int? At(string name, string other) =>
            (call.Arguments.TryGetValue(name, out var value) || call.Arguments.TryGetValue(other, out value)) && value is SizeValue { Size: var size } ? Wrapped(size, shape.Rank) : null;
    }

    private static int? Wrapped(SymbolicSize dim, int rank) => dim.Number is { } number && number >= -rank && number < rank ? (int)(number < 0 ? number + rank : number) : null;

    /// <summary>The number of tensors in a list of results.</summary>
    public static SymbolicSize CountOf(ShapedCall call)
    {
        if (call.Inputs is not [{ Tensors: [{ Shape: { HasRank: true } shape }] }, ..] || !call.Arguments.TryGetValue("dim", out var dim) || dim is not SizeValue { Size.Number: { } along })
            return SymbolicSize.Unknown;
        var index = along < 0 ? along + shape.Rank : along;
        if (index < 0 || index >= shape.Rank)
            return SymbolicSize.Unknown;
        var whole = shape.Dims[(int)index];
        return call.Signature.Name switch
        {
            "unbind" => whole,
            "chunk" when whole.Number is > 0 and var length && call.Arguments.TryGetValue("chunks", out var pieces) && pieces is SizeValue { Size.Number: > 0 and var wanted } => Rounded(length, Rounded(length, wanted)),
            "split" when whole.Number is > 0 and var extent && call.Arguments.TryGetValue("splitSizeOrSections", out var each) && each is SizeValue { Size.Number: > 0 and var piece } => Rounded(extent, piece),
            "chunk" when call.Arguments.TryGetValue("chunks", out var chunks) && chunks is SizeValue { Size: { Number: > 0 } number } && (whole / number) * number == whole => number,
            "split" when call.Arguments.TryGetValue("splitSizeOrSections", out var part) && part is SizeValue { Size: { IsKnown: true } size } && (whole / size) * size == whole => whole / size,
            "split" or "split_with_sizes" when (call.Arguments.TryGetValue("splitSizeOrSections", out var parts) || call.Arguments.TryGetValue("splitSizes", out parts)) && parts is SizesValue { Sizes.Count: var count } => count,
            _ => SymbolicSize.Unknown,
        };
    }

    private static long Rounded(long dividend, long divisor) => (dividend + divisor - 1) / divisor;

    /// <summary>Whether two dimensions above 1 surely change places.</summary>
    private static bool Reorders(ShapedCall call, SymbolicShape before)
    {
        if (!before.HasRank || call.Result.Outputs is not [{ HasRank: true } after] || after.Rank != before.Rank)
            return false;
        var differs = false;
        for (var i = 0; i < before.Rank; i++)
        {
            if (before.Dims[i].Number is not > 1)
                return false;
            differs |= before.Dims[i] != after.Dims[i];
        }

        return differs;
    }
}
