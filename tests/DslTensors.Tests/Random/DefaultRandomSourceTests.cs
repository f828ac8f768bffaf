namespace DslTensors.Tests.Random;

/// <summary>Tests that seed the default source run alone, as every other draw would come between.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class DefaultRandomSourceCollection
{
    public const string Name = "Default random source";
}

[Collection(DefaultRandomSourceCollection.Name)]
public class DefaultRandomSourceTests
{
    [Fact]
    public void ManualSeed_seeds_the_default_source()
    {
        Assert.Same(RandomSource.Default, Tensor.ManualSeed(3));
        Assert.Equal(3, RandomSource.Default.InitialSeed);
        Assert.Equal(new RandomSource(3).Random(), RandomSource.Default.Random());
    }
}
