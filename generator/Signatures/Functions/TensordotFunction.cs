using System;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>tensordot: the last dimensions of the first tensor meet the first of the second and go; the others stay.</summary>
internal sealed class TensordotFunction() : ShapeFunction("tensordot", Shape("a"), Shape("b"), Number("dims"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (left, right) = (call.Placed(0), call.Placed(1));
        if (call.Size(2).Number is not { } dims || !left.Shape.HasRank || !right.Shape.HasRank)
            return SymbolicShape.Unknown;
        if (dims < 0 || dims > Math.Min(left.Shape.Rank, right.Shape.Rank))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentOutOfRange, call.Source)
            {
                Name = call.NameOf(2),
                Actual = dims,
                High = Math.Min(left.Shape.Rank, right.Shape.Rank),
                Sentence = $"tensordot expects dims >= 0, but got dims={dims}",
            });
        }

        var kept = left.Shape.Rank - (int)dims;
        for (var i = 0; i < dims; i++)
        {
            if (!left.Shape.Dims[kept + i].ConflictsWith(right.Shape.Dims[i]))
                continue;
            return call.Fail(new SignatureMismatch(MismatchKind.Size, right.At(i))
            {
                Other = left.At(kept + i),
                Expected = left.Shape.Dims[kept + i],
                Actual = right.Shape.Dims[i],
                Sentence = "contracted dimensions need to match, "
                    + $"but first has size {left.Shape.Dims[kept + i]} in dim {kept + i} and second has size {right.Shape.Dims[i]} in dim {i}",
            });
        }

        return SymbolicShape.Of(left.Shape.Dims.Take(kept).Concat(right.Shape.Dims.Skip((int)dims)));
    }
}
