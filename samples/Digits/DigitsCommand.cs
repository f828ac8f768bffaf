using System.CommandLine;
using System.CommandLine.Invocation;

namespace Digits;

/// <summary>The command line.</summary>
static class DigitsCommand
{
    /// <summary>Parses the options and hands them on; the result is the exit code.</summary>
    public static int Invoke(string[] args, Func<DigitsOptions, int> run)
    {
        var parsed = Create(run).Parse(args);
        // What is wrong fits on a line, and stays on the screen without the whole help below it.
        if (parsed.Action is ParseErrorAction errors)
            errors.ShowHelp = false;
        return parsed.Invoke();
    }

    static RootCommand Create(Func<DigitsOptions, int> run)
    {
        var epochs = NumberOption("--epochs", "count", "How often all training digits are seen.", DigitsOptions.DefaultEpochs, value => value >= 1, "a whole number, 1 or more");
        var learningRate = NumberOption("--lr", "rate", "The learning rate of Adam.", DigitsOptions.DefaultLearningRate, value => value > 0 && double.IsFinite(value), "a positive number");
        var seed = NumberOption("--seed", "number", "Fixes the initial weights and the order of the digits.", DigitsOptions.DefaultSeed, value => value >= 0, "a whole number, 0 or more");
        var data = new Option<string?>("--data") { Description = "Rows of 64 pixels (0 to 16) and the digit, comma-separated, plain or gzip; without it, the 1,797 digits that come with the sample.", HelpName = "file" };
        var save = new Option<string>("--save") { Description = "Where the trained weights go.", HelpName = "file", DefaultValueFactory = _ => DigitsOptions.DefaultSave };
        var plot = new Option<string?>("--plot") { Description = "Draws the loss curve into this PNG file.", HelpName = "file" };

        var command = new RootCommand("Trains a small network to read handwritten digits, tests it, and saves it.") { epochs, learningRate, seed, data, save, plot };
        command.SetAction(parsed => run(new DigitsOptions(
            parsed.GetValue(epochs),
            parsed.GetValue(learningRate),
            parsed.GetValue(seed),
            parsed.GetValue(data) ?? DigitsOptions.DefaultData,
            parsed.GetValue(save)!,
            parsed.GetValue(plot))));
        return command;
    }

    static Option<T> NumberOption<T>(string name, string unit, string description, T standard, Func<T, bool> holds, string wanted)
        where T : IParsable<T> => new(name)
        {
            HelpName = unit,
            Description = description,
            DefaultValueFactory = _ => standard,
            CustomParser = argument =>
            {
                string text = argument.Tokens[0].Value;
                if (T.TryParse(text, null, out var value) && holds(value))
                    return value;
                argument.AddError($"{name} '{text}': must be {wanted}.");
                return standard;
            },
        };
}
