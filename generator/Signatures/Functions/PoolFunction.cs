using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>max_pool, avg_pool: one result for each place of a window in the padded input; the stride is the window's size by default.</summary>
internal sealed class PoolFunction() : ShapeFunction(
    "pool",
    Shape("s"), Shape("size"), Numbers("kernelSize"), Numbers("stride"), Numbers("padding"), Flag("ceilMode"), Numbers("dilation", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (leading, size) = (call.Shape(0), call.Shape(1));
        var none = PerDimensionArgument.Repeat(0, size.Rank);
        var ones = PerDimensionArgument.Repeat(1, size.Rank);
        if (PerDimensionArgument.Read(call, 2, ones) is not { } kernel
            || PerDimensionArgument.Read(call, 3, kernel) is not { } stride
            || PerDimensionArgument.Read(call, 4, none) is not { } padding
            || PerDimensionArgument.Read(call, 6, ones) is not { } dilation
            || Refused(call, kernel, stride, padding, dilation))
        {
            return SymbolicShape.Unknown;
        }

        if (Empty(leading, size) is { } empty)
            return call.Fail(new SignatureMismatch(MismatchKind.Window, call.Source with { Dim = empty }) { Expected = 1, Sentence = EmptySentence(call, leading, size) });

        long? ceil = call.Value(5) is FlagValue { Flag: var flag } ? flag ? 1 : 0 : null;
        var counts = size.Dims
            .Select((given, dim) => Count(given.Number, kernel[dim].Number, stride[dim].Number, padding[dim].Number, dilation[dim].Number, ceil))
            .ToArray();
        for (var dim = 0; dim < counts.Length; dim++)
        {
            if (counts[dim] < 1)
            {
                return call.Fail(new SignatureMismatch(MismatchKind.Window, call.Source with { Dim = leading.Rank + dim })
                {
                    Expected = ((kernel[dim].Number - 1) * dilation[dim].Number).GetValueOrDefault() + 1,
                    Actual = (size.Dims[dim].Number + (2 * padding[dim].Number)).GetValueOrDefault(),
                    Sentence = TooSmall(leading, size, counts),
                });
            }
        }

        return leading.Append(counts.Select((count, dim) => count is { } number ? number : ceil == 0 && !padding.Any(pad => pad.Number is not 0) && dilation.All(step => step.Number == 1)
            ? ((size.Dims[dim] - kernel[dim]) / stride[dim]) + 1
            : SymbolicSize.Unknown));
    }

    private static bool Refused(ShapeFunctionCall call, SymbolicSize[] kernel, SymbolicSize[] stride, SymbolicSize[] padding, SymbolicSize[] dilation)
    {
        var ok = PerDimensionArgument.Check(call, 2, kernel, 1, "kernel size should be greater than zero")
            && PerDimensionArgument.Check(call, 3, stride, 1, "stride should not be zero")
            && PerDimensionArgument.Check(call, 4, padding, 0, $"pad must be non-negative, but got pad: {padding.Min(pad => pad.Number)}")
            && PerDimensionArgument.Check(call, 6, dilation, 1, "dilation should be greater than zero");
        for (var dim = 0; ok && dim < padding.Length; dim++)
        {
            if (padding[dim].Number is not { } pad || kernel[dim].Number is not { } reach || pad <= reach / 2)
                continue;
            call.Fail(new SignatureMismatch(MismatchKind.Argument, call.Source)
            {
                Name = call.NameOf(4),
                Actual = pad,
                Sentence = $"pad should be at most half of kernel size, but got pad={pad} and kernel_size={reach}",
            });
            ok = false;
        }

        return !ok;
    }

    // With ceilMode a last window may hang over, if it starts inside the input or the padding before it.
    private static long? Count(long? size, long? kernel, long? stride, long? padding, long? dilation, long? ceil)
    {
        var rest = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        if (rest + (ceil * (stride - 1)) is not { } free)
            return null;
        var count = free < 0 ? 0 : (free / stride) + 1;
        return ceil == 1 && (count - 1) * stride >= size + padding ? count - 1 : count;
    }

    private static int? Empty(SymbolicShape leading, SymbolicShape size)
    {
        if (!leading.HasRank)
            return null;
        var dims = leading.Dims.Concat(size.Dims).ToList();
        var empty = dims.FindIndex(leading.Rank - 1, dim => dim.Number == 0);
        return empty < 0 ? null : empty;
    }

    private static string EmptySentence(ShapeFunctionCall call, SymbolicShape leading, SymbolicShape size)
    {
        var shape = SymbolicShape.Of(leading.Dims.Concat(size.Dims));
        return size.Rank == 1
            ? $"{(call.Value(6) is null ? "" : "max_pool1d: ")}Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:{shape}"
            : $"Expected {size.Rank + 1}D or {size.Rank + 2}D (batch mode) tensor with optional 0 dim batch size for input, but got:{shape}";
    }

    private static string? TooSmall(SymbolicShape leading, SymbolicShape size, long?[] counts)
    {
        if (!leading.HasRank || leading.Dims[leading.Rank - 1].Number is not { } channels || size.Dims.Any(given => given.Number is null) || counts.Contains(null))
            return null;
        var row = size.Rank == 1 ? "x1" : "";
        return $"Given input size: ({channels}{row}{string.Concat(size.Dims.Select(given => $"x{given}"))}). "
            + $"Calculated output size: ({channels}{row}{string.Concat(counts.Select(count => $"x{count}"))}). Output size is too small";
    }
}
