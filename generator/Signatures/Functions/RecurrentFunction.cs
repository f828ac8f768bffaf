using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>
/// LSTM, GRU and RNN over a sequence [length, b, inputs], [b, length, inputs] or [length, inputs]: the outputs of all steps, or a state after the last, which has
/// the shape that a state before the first must have: [layers * directions, b, size].
/// </summary>
internal sealed class RecurrentFunction(string name, bool isState) : ShapeFunction(
    name, Shape("s"), Shape("state"), Number("inputSize"), Number("stateSize"), Number("projSize"), Number("numLayers"), Flag("batchFirst"), Flag("bidirectional"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (input, state) = (call.Placed(0), call.Placed(1));
        var size = call.Size(4).Number switch { 0 => call.Size(3), > 0 => call.Size(4), _ => SymbolicSize.Unknown };
        var ways = call.Value(7) is FlagValue { Flag: var isTwo } ? SymbolicSize.Of(isTwo ? 2 : 1) : SymbolicSize.Unknown;
        if (!input.Shape.HasRank)
            return isState ? SymbolicShape.Unknown : SymbolicShape.Ending([size * ways]);
        if (input.Shape.Rank is not (2 or 3))
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, input.Position) { Expected = 2, OrOneMore = true, Actual = input.Shape.Rank, Sentence = $"input must have 3 dimensions, got {input.Shape.Rank}" });

        var (rank, dims) = (input.Shape.Rank, input.Shape.Dims);
        if (dims[rank - 1].ConflictsWith(call.Size(2)))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Size, input.At(rank - 1))
            {
                Other = ShapePosition.Argument,
                Name = call.NameOf(2),
                Expected = call.Size(2),
                Actual = dims[rank - 1],
                Sentence = $"input.size(-1) must be equal to input_size. Expected {call.Size(2)}, got {dims[rank - 1]}",
            });
        }

        var batch = call.Value(6) is FlagValue { Flag: var isFirst } ? dims[isFirst ? 0 : 1] : SymbolicSize.Unknown;
        var expected = SymbolicShape.Of(rank == 3 ? [call.Size(5) * ways, batch, size] : [call.Size(5) * ways, size]);
        return Misfit(expected, state) is { } mismatch ? call.Fail(mismatch) : isState ? expected : SymbolicShape.Of(dims.Take(rank - 1).Append(size * ways));
    }

    private static SignatureMismatch? Misfit(SymbolicShape expected, PlacedShape state)
    {
        if (!state.Shape.HasRank)
            return null;
        if (state.Shape.Rank != expected.Rank)
        {
            return new SignatureMismatch(MismatchKind.Rank, state.Position)
            {
                Expected = expected.Rank,
                Actual = state.Shape.Rank,
                Sentence = $"For {(expected.Rank == 3 ? "batched 3-D" : "unbatched 2-D")} input, hx should also be {expected.Rank}-D but got {state.Shape.Rank}-D tensor",
            };
        }

        for (var i = 0; i < expected.Rank; i++)
        {
            if (!expected.Dims[i].ConflictsWith(state.Shape.Dims[i]))
                continue;
            return new SignatureMismatch(MismatchKind.Literal, state.At(i)) { Expected = expected.Dims[i], Actual = state.Shape.Dims[i], Sentence = $"Expected hidden size {expected}, got {state.Shape}" };
        }

        return null;
    }
}
