using System.Diagnostics;
using Digits.Training;
using Spectre.Console;

namespace Digits.Report;

/// <summary>Shows a training while it runs: a live bar on a terminal, lines where the output is redirected.</summary>
static class TrainingDisplay
{
    const int MostLines = 20;

    /// <summary>Runs the training to its end and returns its steps.</summary>
    public static List<TrainingStep> Follow(IEnumerable<TrainingStep> training, IAnsiConsole console)
    {
        var clock = Stopwatch.StartNew();
        return console.Profile.Capabilities is { Ansi: true, Interactive: true } ? ShowBar(training, console, clock) : WriteLines(training, console, clock);
    }

    static List<TrainingStep> WriteLines(IEnumerable<TrainingStep> training, IAnsiConsole console, Stopwatch clock)
    {
        var steps = new List<TrainingStep>();
        foreach (var step in training)
        {
            steps.Add(step);
            if (step.EndsEpoch && IsShown(step))
                console.WriteLine($"{Describe(step)}   {TimeLeft(step, clock)}");
        }
        return steps;
    }

    static List<TrainingStep> ShowBar(IEnumerable<TrainingStep> training, IAnsiConsole console, Stopwatch clock)
    {
        var steps = new List<TrainingStep>();
        var time = new TimeLeftColumn();
        console.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, time)
            .Start(context =>
            {
                var bar = context.AddTask("training");
                foreach (var step in training)
                {
                    steps.Add(step);
                    bar.MaxValue = step.StepsDone + step.StepsLeft;
                    bar.Description = Describe(step);
                    time.Text = TimeLeft(step, clock);
                    bar.Value = step.StepsDone;
                }
            });
        return steps;
    }

    // Evenly spread over the epochs, the last of them included.
    static bool IsShown(TrainingStep step)
    {
        int interval = (step.Epochs + MostLines - 1) / MostLines;
        return (step.Epochs - step.Epoch) % interval == 0;
    }

    static string Describe(TrainingStep step)
    {
        int width = step.Epochs.ToString().Length;
        return $"epoch {step.Epoch.ToString().PadLeft(width)}/{step.Epochs}   loss {step.EpochLoss:F4}   accuracy {step.EpochAccuracy:F3}";
    }

    static string TimeLeft(TrainingStep step, Stopwatch clock) =>
        step.StepsLeft == 0
            ? $"{clock.Elapsed.TotalSeconds:F1} s in all"
            : $"{clock.Elapsed.TotalSeconds / step.StepsDone * step.StepsLeft:F1} s left";
}
