using Digits;

namespace DslTensors.Samples.Tests.Digits;

public class DigitsCommandTests
{
    [Fact]
    public void Without_options_the_defaults_hold()
    {
        Assert.Equal(
            new DigitsOptions(DigitsOptions.DefaultEpochs, DigitsOptions.DefaultLearningRate, DigitsOptions.DefaultSeed, DigitsOptions.DefaultData, "digits.safetensors", null),
            Parse());
    }

    [Fact]
    public void Every_option_arrives()
    {
        Assert.Equal(
            new DigitsOptions(7, 0.25, 42, "my.csv", "my.safetensors", "loss.png"),
            Parse("--epochs", "7", "--lr", "0.25", "--seed", "42", "--data", "my.csv", "--save", "my.safetensors", "--plot", "loss.png"));
    }

    [Theory]
    [InlineData("--epochs", "0")]
    [InlineData("--epochs", "many")]
    [InlineData("--epochs", "99999999999")]
    [InlineData("--lr", "0")]
    [InlineData("--lr", "-0.1")]
    [InlineData("--lr", "NaN")]
    [InlineData("--lr", "Infinity")]
    [InlineData("--seed", "-1")]
    [InlineData("--plot")]
    [InlineData("--speed", "9")]
    [InlineData("extra")]
    public void What_makes_no_sense_is_refused(params string[] args) => Assert.Equal(1, DigitsCommand.Invoke(args, _ => throw new InvalidOperationException("must not run")));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_result_of_the_run_is_the_exit_code(int code) => Assert.Equal(code, DigitsCommand.Invoke([], _ => code));

    static DigitsOptions? Parse(params string[] args)
    {
        DigitsOptions? options = null;
        DigitsCommand.Invoke(args, parsed =>
        {
            options = parsed;
            return 0;
        });
        return options;
    }
}
