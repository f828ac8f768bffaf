using System.Text;
using Digits.Input;
using Digits.Training;
using Spectre.Console;

namespace Digits.Report;

/// <summary>How often each digit was taken for each.</summary>
static class ConfusionMatrix
{
    /// <summary>Counts by the digit shown (first index) and the digit read (second index).</summary>
    public static int[,] Count(Reading reading)
    {
        var counts = new int[DigitRow.Classes, DigitRow.Classes];
        foreach (var (label, prediction) in reading.Labels.Zip(reading.Predictions))
            counts[label, prediction]++;
        return counts;
    }

    /// <summary>Writes the counts as a table: a row for each digit shown, a column for each digit read.</summary>
    public static void Write(Reading reading, IAnsiConsole console)
    {
        var counts = Count(reading);
        console.WriteLine("        read as");
        console.WriteLine("shown" + string.Concat(Enumerable.Range(0, DigitRow.Classes).Select(digit => $"{digit,5}")));
        for (int shown = 0; shown < DigitRow.Classes; shown++)
        {
            var line = new StringBuilder($"{shown,5}");
            for (int read = 0; read < DigitRow.Classes; read++)
                line.Append(Cell(counts[shown, read], shown == read));
            console.MarkupLine(line.ToString());
        }
    }

    static string Cell(int count, bool isRight)
    {
        string text = count == 0 ? $"{".",5}" : $"{count,5}";
        string colour = isRight ? "green" : count == 0 ? "grey" : "red";
        return $"[{colour}]{text}[/]";
    }
}
