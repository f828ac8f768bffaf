using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>take_along_dim: as gather, but the other dimensions broadcast; without a dimension the tensor is a row.</summary>
internal sealed class TakenFunction() : ShapeFunction("taken", Shape("s"), Shape("index"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (tensor, index) = (call.Placed(0), call.Placed(1));
        if (call.Value(2) is NullValue)
            return SymbolicShape.Of(index.Shape.Elements);
        if (!tensor.Shape.HasRank || !index.Shape.HasRank || call.Value(2) is not SizeValue)
            return SymbolicShape.Unknown;
        if (tensor.Shape.Rank != index.Shape.Rank)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.SameRank, index.Position)
            {
                Other = tensor.Position,
                Expected = tensor.Shape.Rank,
                Actual = index.Shape.Rank,
                Sentence = $"take_along_dim(): input and indices should have the same number of dimensions, but got {tensor.Shape.Rank} dimensions for input, and {index.Shape.Rank} dimensions for indices",
            });
        }

        if (call.Dim(2, tensor.Shape.Rank) is not { } dim || tensor.Shape.Rank == 0)
            return SymbolicShape.OfRank(tensor.Shape.Rank);
        var common = new BroadcastBinding();
        common.Add(tensor with { Shape = With(tensor.Shape, dim, 1) });
        common.Add(index with { Shape = With(index.Shape, dim, 1) });
        var sizes = common.Merge(out var mismatch);
        return mismatch is not null ? call.Fail(mismatch) : With(sizes, dim, index.Shape.Dims[dim]);
    }

    private static SymbolicShape With(SymbolicShape shape, int dim, SymbolicSize size) => SymbolicShape.Of(shape.Dims.Select((old, i) => i == dim ? size : old));
}
