namespace DslTensors.Tests.Modules;

public class ParameterTests
{
    [Fact]
    public void ParametersRequireGradientsAndBuffersDoNot()
    {
        var model = new Classifier(3);

        Assert.All(model.NamedParameters(), parameter => Assert.True(parameter.Value.RequiresGrad, parameter.Name));
        Assert.All(model.NamedBuffers(), buffer => Assert.False(buffer.Value.RequiresGrad, buffer.Name));
    }

    [Fact]
    public void AnAssignedTensorBecomesAParameter()
    {
        var replacement = Init.Ones(3, 2);
        var model = new Affine<float>(2, 3) { Weight = replacement, Bias = null };

        Assert.True(replacement.RequiresGrad);
        Assert.Same(replacement, model.Weight);
        Assert.Same(replacement, Assert.Single(model.Parameters()));
    }

    [Fact]
    public void IntegersCantBeParameters()
    {
        var error = Assert.Throws<AutogradException>(() => new Affine<long>(2, 3));
        Assert.StartsWith("only Tensors of floating point and complex dtype can require gradients", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ATiedParameterIsTrainedOnce()
    {
        var model = new Tied();
        model.Embedding.Weight.AsSpan().Fill(1);
        (model.Embedding.Weight.Sum() + model.Output.Weight.Sum()).Backward();
        new Sgd(model.Parameters(), lr: 0.25).Step();
        Assert.All(model.Output.Weight.ToArray(), value => Assert.Equal(0.5f, value));
        Assert.Equal(["embedding.weight", "output.weight"], model.StateDict().Keys);
        Assert.Equal(["embedding.weight"], model.NamedParameters().Select(parameter => parameter.Name));
    }

    [Fact]
    public void CreationRunsInTheOrderOfDeclaration()
    {
        Journal.Entries.Clear();
        _ = new Journal(childSize: 2);
        Assert.Equal(["1", "2", "child 2", "3"], Journal.Entries);
    }
}

/// <summary>Writes down when each of its members is created.</summary>
[Module]
public partial class Journal(int childSize)
{
    [ThreadStatic]
    private static List<string>? s_entries;

    public static List<string> Entries => s_entries ??= [];

    [Parameter(1)]
    public partial Tensor<float> First { get; set; } = Note("1", 1);

    [Buffer(1)]
    public partial Tensor<float> Second { get; } = Note("2", 1);

    public JournalChild Child { get; } = new(childSize);

    [Parameter(1)]
    public partial Tensor<float> Third { get; set; } = Note("3", 1);

    public static Tensor<float> Note(string entry, int size)
    {
        Entries.Add(entry);
        return Init.Zeros(size);
    }
}

[Module]
public partial class JournalChild(int size)
{
    [Parameter("size")]
    public partial Tensor<float> Weight { get; set; } = Journal.Note($"child {size}", size);
}
