namespace DslTensors.Generator.Signatures;

/// <summary>group_norm: the shape stays; the groups divide the channels.</summary>
internal sealed class GroupedFunction() : ShapeFunction("grouped", Shape("s"), Shape("channels"), Number("groups"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (call.Shape(1) is { Rank: 1 } channels && call.Size(2).Number is { } groups && (groups <= 0 || channels.Dims[0].Number % groups > 0))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Multiple, call.Source with { Dim = 1 })
            {
                Expected = groups,
                Actual = channels.Dims[0],
                Sentence = $"Expected number of channels in input to be divisible by num_groups, but got input of shape {shape} and num_groups={groups}",
            });
        }

        return shape;
    }
}
