using Digits.Input;
using Digits.Report;
using Digits.Training;
using DslTensors;
using Spectre.Console;

namespace Digits;

/// <summary>The whole job: read, train, test, show, save and load again.</summary>
static class DigitsRun
{
    public static void Execute(DigitsOptions options, IAnsiConsole console)
    {
        OutputFile.Check(options.Save, "--save");
        if (options.Plot is not null)
            OutputFile.Check(options.Plot, "--plot");

        var digits = DigitsFile.Read(options.Data);
        var (training, test) = digits.Split();
        console.WriteLine($"{digits.Count} digits from {Path.GetFileName(options.Data)}: {training.Count} to train on, {test.Count} to test with; seed {options.Seed}");

        Tensor.ManualSeed(options.Seed);
        var model = new DigitNet();
        var steps = TrainingDisplay.Follow(new Trainer(model, training, options.Epochs, options.LearningRate).Run(), console);

        var reading = Reading.Of(model, test);
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]test accuracy {reading.Accuracy:F4}[/] ({reading.Right} of {test.Count})");
        console.WriteLine();
        ConfusionMatrix.Write(reading, console);
        console.WriteLine();
        MisreadDigits.Write(reading, console);
        console.WriteLine();

        model.StateDict().Save(options.Save);
        console.WriteLine($"saved {options.Save}; loaded into a fresh model: test accuracy {AccuracyOfSaved(options.Save, test):F4}");
        if (options.Plot is { } plot)
        {
            LossPlot.Save(steps, plot);
            console.WriteLine($"drew the loss into {plot}");
        }
    }

    static double AccuracyOfSaved(string path, DigitSet test)
    {
        var fresh = new DigitNet();
        fresh.LoadStateDict(StateDict.Load(path));
        return Reading.Of(fresh, test).Accuracy;
    }
}
