namespace DslTensors.Generator.Signatures;

/// <summary>gather: an element for each index, which has as many dimensions as the tensor and is no larger, apart from the one that it chooses in.</summary>
internal sealed class PickedFunction() : ShapeFunction("picked", Shape("s"), Shape("index"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (tensor, index) = (call.Placed(0), call.Placed(1));
        var dim = tensor.Shape.HasRank ? call.Dim(2, tensor.Shape.Rank) : null;
        PickedIndices.Check(call, tensor, index, dim, "Index tensor must have the same number of dimensions as input tensor");
        return index.Shape;
    }
}
