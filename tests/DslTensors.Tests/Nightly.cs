namespace DslTensors.Tests;

/// <summary>Whether the long forms of tests run: tests/nightly.sh asks for them.</summary>
internal static class Nightly
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("DSLTENSORS_NIGHTLY") == "1";
}
