namespace DslTensors.Generator.Signatures;

/// <summary>solve: a right side with as many rows as the system has. Only single systems are followed: with batches a right side may be read in two ways.</summary>
internal sealed class SolutionFunction() : ShapeFunction("solution", Shape("a"), Shape("b"), Flag("left"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (system, right) = (call.Placed(0), call.Placed(1));
        if (system.Shape is not { HasRank: true, Rank: 2 } || right.Shape is not { HasRank: true, Rank: 1 or 2 } || call.Value(2) is not FlagValue { Flag: var isLeft })
            return SymbolicShape.Unknown;
        var at = isLeft || right.Shape.Rank == 1 ? 0 : 1;
        return right.Shape.Dims[at].ConflictsWith(system.Shape.Dims[0])
            ? call.Fail(new SignatureMismatch(MismatchKind.Size, right.At(at))
            {
                Other = system.At(0),
                Expected = system.Shape.Dims[0],
                Actual = right.Shape.Dims[at],
                Sentence = "linalg.solve: Incompatible shapes of A and B for the equation AX = B",
            })
            : right.Shape;
    }
}
