namespace DslTensors.Generator.Signatures;

/// <summary>scatter, scatter_add: the shape stays; the indices are no larger than the tensor, apart from the dimension they choose in, nor than what is written.</summary>
internal sealed class ScatteredFunction() : ShapeFunction("scattered", Shape("s"), Shape("index"), Number("dim"), Shape("source", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (tensor, index) = (call.Placed(0), call.Placed(1));
        var dim = tensor.Shape.HasRank ? call.Dim(2, tensor.Shape.Rank) : null;
        if (PickedIndices.Check(call, tensor, index, dim, "Index tensor must have the same number of dimensions as self tensor") && call.Count > 3)
            PickedIndices.Check(call, call.Placed(3), index, null, "Index tensor must have the same number of dimensions as src tensor", isFree: false);
        return tensor.Shape;
    }
}
