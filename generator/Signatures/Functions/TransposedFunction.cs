using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>t: a matrix turned; a vector and a number stay.</summary>
internal sealed class TransposedFunction() : ShapeFunction("transposed", Shape("s"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        return shape.Rank <= 2
            ? SymbolicShape.Of(shape.Dims.Reverse())
            : call.Fail(new SignatureMismatch(MismatchKind.Rank, call.Source)
            {
                Expected = 2,
                Actual = shape.Rank,
                Sentence = $"t() expects a tensor with <= 2 dimensions, but self is {shape.Rank}D",
            });
    }
}
