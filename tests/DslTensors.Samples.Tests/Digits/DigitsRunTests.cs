using System.Globalization;
using System.Text.RegularExpressions;

namespace DslTensors.Samples.Tests.Digits;

public sealed partial class DigitsRunTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_short_run_learns_and_what_it_saved_reads_as_well()
    {
        string save = _folder.Path("digits.safetensors");
        string plot = _folder.Path("loss.png");

        var run = SampleProcess.Run("Digits", "--epochs", "5", "--save", save, "--plot", plot);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1797 digits from digits.csv.gz: 1437 to train on, 360 to test with", run.Output);
        Assert.Equal(5, EpochLine().Count(run.Output));
        string accuracy = Accuracy().Match(run.Output).Groups[1].Value;
        Assert.InRange(double.Parse(accuracy, CultureInfo.InvariantCulture), 0.9, 1);
        Assert.Contains($"saved {save}; loaded into a fresh model: test accuracy {accuracy}", run.Output);
        Assert.Equal(360, ConfusionCounts(run.Output).Sum());
        Assert.Equal(double.Parse(accuracy, CultureInfo.InvariantCulture), Diagonal(run.Output) / 360.0, 4);
        Assert.Equal(3, MisreadCaption().Count(run.Output));
        Assert.True(File.Exists(save));
        Assert.Equal("PNG"u8.ToArray(), File.ReadAllBytes(plot)[1..4]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        string save = _folder.Path("digits.safetensors");

        string first = LossLines(SampleProcess.Run("Digits", "--epochs", "2", "--seed", "3", "--save", save).Output);
        string again = LossLines(SampleProcess.Run("Digits", "--epochs", "2", "--seed", "3", "--save", save).Output);
        string other = LossLines(SampleProcess.Run("Digits", "--epochs", "2", "--seed", "4", "--save", save).Output);

        Assert.NotEqual("", first);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData("missing.csv", null, ": no such file.")]
    [InlineData("short.csv", "1,2,3", ": has rows of 3 fields, but a row is 64 pixels and a label, 65 fields.")]
    public void A_bad_file_is_one_line_and_exit_code_1(string name, string? text, string message)
    {
        string path = _folder.Path(name);
        if (text is not null)
            File.WriteAllText(path, text);

        AssertRefused(SampleProcess.Run("Digits", "--data", path, "--save", _folder.Path("never.safetensors")), path + message);
    }

    [Theory]
    [InlineData("--save")]
    [InlineData("--plot")]
    public void A_place_that_cannot_be_written_to_is_refused_before_the_training(string option)
    {
        string path = Path.Combine(_folder.Root, "nowhere", "file");

        string[] save = option == "--save" ? [] : ["--save", _folder.Path("never.safetensors")];
        AssertRefused(SampleProcess.Run("Digits", [option, path, .. save]), $"{option} '{path}': there is no directory");
    }

    void AssertRefused(SampleProcess run, string message)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith($"error: {message}", run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(File.Exists(_folder.Path("never.safetensors")));
    }

    static IEnumerable<int> ConfusionCounts(string output) => ConfusionRow().Matches(output).SelectMany(Counts);

    static int Diagonal(string output) => ConfusionRow().Matches(output).Select((row, digit) => Counts(row).ElementAt(digit)).Sum();

    static IEnumerable<int> Counts(Match row) => row.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(count => count == "." ? 0 : int.Parse(count));

    static string LossLines(string output) => string.Join('\n', LossLine().Matches(output).Select(line => line.Value));

    [GeneratedRegex(@"^epoch +\d+/5   loss \d+\.\d{4}   accuracy \d\.\d{3}   \d+\.\d s (left|in all)\r?$", RegexOptions.Multiline)]
    private static partial Regex EpochLine();

    [GeneratedRegex(@"^epoch.*accuracy \d\.\d{3}", RegexOptions.Multiline)]
    private static partial Regex LossLine();

    [GeneratedRegex(@"^test accuracy (\d\.\d{4}) \(\d+ of 360\)", RegexOptions.Multiline)]
    private static partial Regex Accuracy();

    [GeneratedRegex(@"^    \d((?: +[\d.]+){10})\r?$", RegexOptions.Multiline)]
    private static partial Regex ConfusionRow();

    [GeneratedRegex(@"a \d, read as \d")]
    private static partial Regex MisreadCaption();
}
