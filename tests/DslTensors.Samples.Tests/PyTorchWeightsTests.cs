namespace DslTensors.Samples.Tests;

public sealed class PyTorchWeightsTests
{
    [Theory]
    [InlineData("counting.pt", "torch.load")]
    [InlineData("counting.safetensors", "safetensors.torch.load_file")]
    public void A_checkpoint_of_PyTorch_is_loaded_fine_tuned_and_saved(string name, string reader)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path(name);
        var run = SampleProcess.Run("PyTorchWeights", "--save", path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("loaded 29 tensors, 7040 parameters, from tinygpt.pt", lines[0]);

        // What the Python model gives with the same weights; afterwards it has learned to count.
        Assert.Equal("generated  2 3 4 10 0 8 3 5 6 6 6 6", lines[1]);
        Assert.Equal("generated  2 3 4 5 6 7 8 9 10 0 1 2", lines[3]);
        Assert.Contains(reader, lines[5], StringComparison.Ordinal);

        var again = SampleProcess.Run("PyTorchWeights", "--weights", path, "--save", path, "--steps", "1");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("\ngenerated  2 3 4 5 6 7 8 9 10 0 1 2\n", again.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--weights", "missing.pt", "missing.pt")]
    [InlineData("--steps", "0", "--steps must be 1 or more.")]
    public void Wrong_input_is_named(string option, string value, string text)
    {
        using var folder = new TemporaryFolder();
        var run = SampleProcess.Run("PyTorchWeights", option, value, "--save", folder.Path("never.pt"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Root));
    }
}
