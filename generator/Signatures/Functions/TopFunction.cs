using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>topk: one dimension keeps as many elements as the caller asks for.</summary>
internal sealed class TopFunction() : ShapeFunction("top", Shape("s"), Number("dim"), Number("k"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (call.Dim(1, shape.Rank) is not { } dim)
            return SymbolicShape.OfRank(shape.Rank);
        SymbolicSize size = shape.Rank == 0 ? 1 : shape.Dims[dim];
        if (call.Size(2).Number is { } k && (k < 0 || k > size.Number))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentOutOfRange, call.Source with { Dim = dim })
            {
                Name = call.NameOf(2),
                Actual = k,
                High = size.Number ?? long.MaxValue,
                Sentence = "selected index k out of range",
            });
        }

        if (shape.Rank == 0)
            return SymbolicShape.Unknown;
        var dims = shape.Dims.ToArray();
        dims[dim] = call.Size(2);
        return SymbolicShape.Of(dims);
    }
}
