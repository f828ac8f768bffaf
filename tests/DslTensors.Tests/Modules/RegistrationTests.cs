namespace DslTensors.Tests.Modules;

public class RegistrationTests
{
    [Fact]
    public void RegisteredTensorsFollowTheDeclaredOnes()
    {
        var model = new Normalization(2);
        model.RegisterParameter("shift", Init.Zeros(2));
        model.RegisterBuffer("seen", Init.Zeros<long>(2));
        model.RegisterBuffer("cache", Init.Zeros(2), persistent: false);

        Assert.Equal(["weight", "shift"], model.NamedParameters().Select(parameter => parameter.Name));
        Assert.Equal(["weight", "shift", "running_mean", "num_batches_tracked", "seen"], model.StateDict().Keys);
        Assert.Contains("cache", model.NamedBuffers().Select(buffer => buffer.Name));
        Assert.All(model.Parameters(), parameter => Assert.True(parameter.RequiresGrad));
    }

    [Fact]
    public void RegisteringANameAgainReplacesTheTensor()
    {
        var model = new Identity();
        model.RegisterBuffer("mask", Init.Zeros(2));
        var replacement = Init.Ones(3);
        model.RegisterBuffer("mask", replacement);
        Assert.Same(replacement, Assert.Single(model.Buffers()));

        model.RegisterBuffer("mask", null);
        Assert.Empty(model.Buffers());
    }

    [Theory]
    [InlineData("", "buffer name can't be empty string \"\"")]
    [InlineData("a.b", "buffer name can't contain \".\"")]
    [InlineData("running_mean", "attribute 'running_mean' already exists")]
    [InlineData("weight", "attribute 'weight' already exists")]
    [InlineData("taken", "attribute 'taken' already exists")]
    public void NamesThatCantBeKeysAreRefused(string name, string message)
    {
        var model = new Normalization(2);
        model.RegisterParameter("taken", Init.Zeros());
        Assert.StartsWith(message, Assert.Throws<TensorException>(() => model.RegisterBuffer(name, Init.Zeros(2))).Message);
    }
}
