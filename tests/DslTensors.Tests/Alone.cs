namespace DslTensors.Tests;

/// <summary>Tests that measure or set what the whole process shares: they run one after the other, after all others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
