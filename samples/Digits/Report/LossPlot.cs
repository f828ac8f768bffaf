using Digits.Training;
using ScottPlot;

namespace Digits.Report;

/// <summary>The loss curve as a picture: every batch in a light line, the mean of each epoch in a strong one.</summary>
static class LossPlot
{
    const int Width = 900;
    const int Height = 500;

    public static void Save(IReadOnlyList<TrainingStep> steps, string path)
    {
        using var plot = new Plot();
        double batches = steps[0].Batches;
        var batchLoss = plot.Add.ScatterLine(steps.Select(step => step.StepsDone / batches).ToArray(), steps.Select(step => step.Loss).ToArray());
        batchLoss.Color = Colors.SteelBlue.WithAlpha(0.35);
        batchLoss.LegendText = "one batch";

        var ends = steps.Where(step => step.EndsEpoch).ToArray();
        var epochLoss = plot.Add.Scatter(ends.Select(step => step.Epoch - 0.5).ToArray(), ends.Select(step => step.EpochLoss).ToArray());
        epochLoss.Color = Colors.DarkOrange;
        epochLoss.LineWidth = 2;
        epochLoss.LegendText = "mean of the epoch";

        plot.Title("Digits: training loss");
        plot.XLabel("epoch");
        plot.YLabel("cross entropy");
        plot.Axes.SetLimits(left: 0, right: steps[0].Epochs, bottom: 0, top: steps.Max(step => step.Loss) * 1.05);
        plot.ShowLegend(Alignment.UpperRight);
        plot.SavePng(path, Width, Height);
    }
}
