namespace DslTensors.Generator.Signatures;

/// <summary>index_add, index_copy: the shape stays; a slice comes for each index of a vector.</summary>
internal sealed class IndexedFunction() : ShapeFunction("indexed", Shape("s"), Shape("index"), Number("dim"), Shape("source", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (tensor, index) = (call.Placed(0), call.Placed(1));
        if (index.Shape is { HasRank: true, Rank: > 1 })
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, index.Position)
            {
                Expected = 1,
                Actual = index.Shape.Rank,
                Sentence = $"Index is supposed to be a vector, but got dim: {index.Shape.Rank} with type: Long and size: {index.Shape}",
            });
        }

        if (!tensor.Shape.HasRank || call.Dim(2, tensor.Shape.Rank) is not { } dim || call.Count < 4)
            return tensor.Shape;
        var source = call.Placed(3);
        if (!source.Shape.HasRank || tensor.Shape.Rank == 0 || source.Shape.Rank == 0)
            return tensor.Shape;
        if (source.Shape.Rank != tensor.Shape.Rank)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.SameRank, source.Position)
            {
                Other = tensor.Position,
                Expected = tensor.Shape.Rank,
                Actual = source.Shape.Rank,
                Sentence = "When source and destination are not scalars, their dimensionality must match. "
                    + $"Source dimensionality ({source.Shape.Rank}), destination dimensionality ({tensor.Shape.Rank})",
            });
        }

        if (index.Shape is { HasRank: true, Rank: 1 } && index.Shape.Dims[0].ConflictsWith(source.Shape.Dims[dim]))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Size, source.At(dim))
            {
                Other = index.At(0),
                Expected = index.Shape.Dims[0],
                Actual = source.Shape.Dims[dim],
                Sentence = $"Number of indices ({index.Shape.Dims[0]}) should be equal to source.size(dim): ({source.Shape.Dims[dim]}), for dim: {dim}",
            });
        }

        for (var i = 0; i < tensor.Shape.Rank; i++)
        {
            if (i == dim || !tensor.Shape.Dims[i].ConflictsWith(source.Shape.Dims[i]))
                continue;
            return call.Fail(new SignatureMismatch(MismatchKind.Size, source.At(i))
            {
                Other = tensor.At(i),
                Expected = tensor.Shape.Dims[i],
                Actual = source.Shape.Dims[i],
                Sentence = $"The size of tensor a ({tensor.Shape.Dims[i]}) must match the size of tensor b ({source.Shape.Dims[i]}) at non-singleton dimension {i}",
            });
        }

        return tensor.Shape;
    }
}
