using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>The left or right factor of matrices (qr, svd, lu): its inner size is the lesser of the matrices' two, or with the flag the outer one.</summary>
internal sealed class FactorFunction(string name, bool isLeft) : ShapeFunction(name, Shape("s"), Flag("isSquare", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || shape.Rank < 2)
            return SymbolicShape.Unknown;
        var (outer, lesser) = (shape.Dims[shape.Rank - (isLeft ? 2 : 1)], LesserFunction.Of(shape));
        var inner = call.Value(1) switch
        {
            null or FlagValue { Flag: false } => lesser,
            FlagValue => outer,
            _ => outer.Join(lesser),
        };
        var dims = shape.Dims.Take(shape.Rank - 2);
        return SymbolicShape.Of(isLeft ? [.. dims, outer, inner] : [.. dims, inner, outer]);
    }
}
