using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>pad: pairs of widths, the last dimension first, are added to the sizes; negative ones cut off.</summary>
internal sealed class PadFunction() : ShapeFunction("pad", Shape("s"), Numbers("pad"), Choice("mode", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || call.Value(1) is not SizesValue { Sizes: var widths })
            return SymbolicShape.Unknown;
        if (widths.Count % 2 != 0 || widths.Count > 2 * shape.Rank)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentLength, call.Source)
            {
                Name = call.NameOf(1),
                Expected = widths.Count % 2 != 0 ? widths.Count + 1 : 2 * shape.Rank,
                Actual = widths.Count,
            });
        }

        var dims = shape.Dims.ToArray();
        for (var i = 0; i < widths.Count / 2; i++)
        {
            var at = dims.Length - 1 - i;
            var (before, after) = (widths[2 * i], widths[(2 * i) + 1]);
            if (before.Number is 0 && after.Number is 0)
                continue;
            if (call.Value(2) is ChoiceValue { Name: "Reflect" } && (before.Number >= dims[at].Number || after.Number >= dims[at].Number))
            {
                return call.Fail(new SignatureMismatch(MismatchKind.Argument, call.Source with { Dim = at })
                {
                    Name = call.NameOf(1),
                    Actual = before.Number >= dims[at].Number ? before : after,
                    Sentence = $"Padding size should be less than the corresponding input dimension, but got: padding ({before}, {after}) at dimension {at} of input {shape}",
                });
            }

            dims[at] = dims[at] + before + after;
            if (dims[at].Number is < 0)
                return call.Fail(new SignatureMismatch(MismatchKind.NegativeSize, call.Source with { Dim = at }) { Name = call.NameOf(1), Actual = dims[at] });
        }

        return SymbolicShape.Of(dims);
    }
}
