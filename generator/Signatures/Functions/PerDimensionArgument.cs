using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>Arguments with one number for all spatial dimensions, or one for each: strides, paddings, kernel sizes.</summary>
internal static class PerDimensionArgument
{
    /// <summary>The numbers, one for each dimension; null after a mismatch.</summary>
    /// <param name="call">The call.</param>
    /// <param name="index">Which argument.</param>
    /// <param name="fallback">What is meant when none is given; its length is the number of dimensions.</param>
    public static SymbolicSize[]? Read(ShapeFunctionCall call, int index, SymbolicSize[] fallback)
    {
        switch (call.Value(index))
        {
            case null or NullValue or SizesValue { Sizes.Count: 0 }:
                return fallback;
            case SizeValue { Size: var size }:
                return Repeat(size, fallback.Length);
            case SizesValue { Sizes: var sizes } when sizes.Count == 1:
                return Repeat(sizes[0], fallback.Length);
            case SizesValue { Sizes: var sizes } when sizes.Count == fallback.Length:
                return [.. sizes];
            case SizesValue { Sizes: var sizes }:
                call.Fail(new SignatureMismatch(MismatchKind.ArgumentLength, call.Source)
                {
                    Name = call.NameOf(index),
                    Expected = fallback.Length,
                    Actual = sizes.Count,
                    Sentence = $"expected {call.NameOf(index)} to be a single integer value or a list of {fallback.Length} values to match the convolution dimensions, but got {call.NameOf(index)}={SymbolicShape.Of(sizes)}",
                });
                return null;
            default:
                return Repeat(SymbolicSize.Unknown, fallback.Length);
        }
    }

    /// <summary>As many times the same number.</summary>
    public static SymbolicSize[] Repeat(SymbolicSize size, int count) => [.. Enumerable.Repeat(size, count)];

    /// <summary>Reports the first number below a limit.</summary>
    /// <param name="call">The call.</param>
    /// <param name="index">Which argument.</param>
    /// <param name="values">Its numbers.</param>
    /// <param name="least">The limit.</param>
    /// <param name="sentence">What PyTorch says.</param>
    /// <returns>Whether all are possible.</returns>
    public static bool Check(ShapeFunctionCall call, int index, SymbolicSize[] values, long least, string? sentence)
    {
        if (values.FirstOrDefault(value => value.Number < least) is not { Number: { } number })
            return true;
        call.Fail(new SignatureMismatch(MismatchKind.Argument, call.Source) { Name = call.NameOf(index), Actual = number, Sentence = sentence });
        return false;
    }
}
