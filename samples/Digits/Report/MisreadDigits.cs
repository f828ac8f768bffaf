using Digits.Input;
using Digits.Training;
using Spectre.Console;

namespace Digits.Report;

/// <summary>Shows the first few digits that a model took for others.</summary>
static class MisreadDigits
{
    const int Most = 3;

    public static void Write(Reading reading, IAnsiConsole console)
    {
        var shown = reading.Misread.Take(Most).ToArray();
        console.WriteLine($"{reading.Misread.Count()} misread{(shown.Length == 0 ? "" : $", {shown.Length} of them:")}");
        if (shown.Length == 0)
            return;
        float[] pixels = reading.Set.Images.ToArray();
        long[] rows = reading.Set.Rows.ToArray();
        DigitDrawing.Write([.. shown.Select(i => new DigitDrawing(
            pixels[(i * DigitRow.Pixels)..((i + 1) * DigitRow.Pixels)],
            [$"a {reading.Labels[i]}, read as {reading.Predictions[i]}", $"(row {rows[i]})"]))], console);
    }
}
