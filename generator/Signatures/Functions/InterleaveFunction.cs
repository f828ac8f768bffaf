using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>repeat_interleave: one dimension, or all of them made one, that many times as long.</summary>
internal sealed class InterleaveFunction() : ShapeFunction("interleave", Shape("s"), Number("repeats"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (call.Size(1).Number is < 0 and var negative)
            return call.Fail(new SignatureMismatch(MismatchKind.NegativeSize, call.Source) { Name = call.NameOf(1), Actual = negative });
        var shape = call.Shape(0);
        if (call.Value(2) is NullValue)
            return SymbolicShape.Of(shape.Elements * call.Size(1));
        if (!shape.HasRank || call.Value(2) is not SizeValue)
            return SymbolicShape.Unknown;
        if (call.Dim(2, shape.Rank) is not { } dim)
            return SymbolicShape.OfRank(shape.Rank);
        if (shape.Rank == 0)
            return SymbolicShape.Of(call.Size(1));

        var dims = shape.Dims.ToArray();
        dims[dim] = dims[dim] * call.Size(1);
        return SymbolicShape.Of(dims);
    }
}
