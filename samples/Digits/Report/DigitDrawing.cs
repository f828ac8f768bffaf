using Digits.Input;
using Spectre.Console;

namespace Digits.Report;

/// <summary>An image of a digit in characters, with a caption.</summary>
sealed record DigitDrawing(float[] Pixels, string[] Caption)
{
    const string Shades = " ░▒▓█";
    const int Width = 2 * DigitRow.Side;
    const string Gap = "    ";

    /// <summary>Draws images side by side, each in a frame above its caption.</summary>
    public static void Write(IReadOnlyList<DigitDrawing> drawings, IAnsiConsole console)
    {
        var blocks = drawings.Select(drawing => drawing.Lines().ToArray()).ToArray();
        for (int i = 0; i < blocks.Max(block => block.Length); i++)
            console.WriteLine(string.Join(Gap, blocks.Select(block => i < block.Length ? block[i] : new string(' ', Width + 2))).TrimEnd());
    }

    IEnumerable<string> Lines()
    {
        yield return $"┌{new string('─', Width)}┐";
        for (int row = 0; row < DigitRow.Side; row++)
            yield return $"│{string.Concat(Enumerable.Range(row * DigitRow.Side, DigitRow.Side).Select(Cell))}│";
        yield return $"└{new string('─', Width)}┘";
        foreach (string line in Caption)
            yield return line.PadRight(Width + 2);
    }

    // A character is about twice as high as wide, so two of them make a square.
    string Cell(int pixel)
    {
        int shade = (int)Math.Round(Pixels[pixel] / DigitRow.MaxPixel * (Shades.Length - 1), MidpointRounding.AwayFromZero);
        return new string(Shades[shade], 2);
    }
}
