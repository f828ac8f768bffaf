namespace DslTensors.Tests.Modules;

[Collection(nameof(Alone))]
public class SummaryTests
{
    [Fact]
    public void ASummaryShowsLayersShapesAndCounts()
    {
        var model = new Sequential(("fc1", new Linear(784, 128)), ("act", new Relu()), ("fc2", new Linear(128, 10)));
        ((Linear)model[0]).RequiresGrad(false);

        Assert.Equal(
            """
            Layer          Output     Parameters
            ------------------------------------
            Sequential     [32, 10]            -
              fc1: Linear  [32, 128]     100,480
              act: Relu    [32, 128]           -
              fc2: Linear  [32, 10]        1,290
            ------------------------------------
            Input: [32, 784]
            Parameters: 101,770, of which trained: 1,290
            Memory of parameters and buffers: 407,080 bytes

            """,
            model.Summary(32, 784));
    }

    [Fact]
    public void ASummaryLeavesTheModelAsItWas()
    {
        var model = new Everything<float>(3);
        var random = RandomSource.Default.GetState();
        _ = model.Summary(2, 3);
        var next = RandomSource.Default.Random64();
        RandomSource.Default.SetState(random);

        Assert.Equal(next, RandomSource.Default.Random64());
        Assert.True(model.Training);
        var calls = model.Summary(2, 3);
        Assert.Contains("first: Linear", calls);
        Assert.Contains("[2, 3]", calls.Split('\n').Single(line => line.Contains("first: Linear")));
    }

    [Fact]
    public void AModelThatCallsItsLayersItselfShowsTheirShapes() => Assert.Equal(
        """
        Layer                 Output  Parameters
        ----------------------------------------
        CallsChildren         [5, 2]           -
          layer: Linear       [5, 2]           6
          blocks: ModuleList  -                -
            0: Linear         [5, 2]           6
            1: Linear         [5, 2]           6
          extra: Linear       [5, 2]           6
          inner: IdentityOf   [5, 2]           -
          act: IdentityOf     [5, 2]           -
        ----------------------------------------
        Input: [5, 2]
        Parameters: 24, of which trained: 24
        Memory of parameters and buffers: 96 bytes

        """,
        new CallsChildren<float>(new(2, 2)).Summary(5, 2));

    [Fact]
    public void SharedParametersCountOnce()
    {
        var text = new TiedPair<float>().Summary();
        Assert.Contains("Parameters: 6, of which trained: 6", text);
        Assert.DoesNotContain("Output  ", text.Split('\n')[0]);
    }

    [Fact]
    public void AWrongInputIsTheModelsOwnError() => Assert.Throws<ShapeException>(() => new Linear(3, 4).Summary(2, 5));
}
