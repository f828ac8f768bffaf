namespace DslTensors.Generator.Signatures;

/// <summary>layer_norm: the shape itself, which has to end in given sizes.</summary>
internal sealed class EndingFunction() : ShapeFunction("ending", Shape("s"), Numbers("sizes"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (call.Sizes(1) is not { } sizes)
            return shape;
        if (shape.HasRank && shape.Rank < sizes.Count)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, call.Source)
            {
                Expected = sizes.Count,
                Actual = shape.Rank,
                AtLeast = true,
                Sentence = Sentence(shape, sizes),
            });
        }

        var whole = new PlacedShape(shape, call.Source, 0);
        for (var fromEnd = 1; fromEnd <= sizes.Count; fromEnd++)
        {
            var (size, wanted) = (whole.SizeFromEnd(fromEnd).GetValueOrDefault(), sizes[sizes.Count - fromEnd]);
            if (size.ConflictsWith(wanted))
            {
                return call.Fail(new SignatureMismatch(MismatchKind.Size, whole.AtEnd(fromEnd))
                {
                    Other = ShapePosition.Argument,
                    Name = call.NameOf(1),
                    Expected = wanted,
                    Actual = size,
                    Sentence = Sentence(shape, sizes),
                });
            }

            call.Equate(size, wanted);
        }

        return shape;
    }

    private static string Sentence(SymbolicShape shape, Models.EquatableArray<SymbolicSize> sizes) =>
        $"Given normalized_shape=[{string.Join(", ", sizes)}], expected input with shape [*, {string.Join(", ", sizes)}], but got input of size{shape}";
}
