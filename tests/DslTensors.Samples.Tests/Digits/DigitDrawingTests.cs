using Digits.Report;
using Spectre.Console;

namespace DslTensors.Samples.Tests.Digits;

public class DigitDrawingTests
{
    [Fact]
    public void Shades_grow_with_the_pixel_and_images_stand_side_by_side()
    {
        float[] ramp = [.. Enumerable.Range(0, 64).Select(i => i < 8 ? 16f * i / 7 : 0f)];
        float[] dark = new float[64];

        string[] lines = Draw(new(ramp, ["left", "below"]), new(dark, ["right"]));

        Assert.Equal(12, lines.Length);
        Assert.Equal("┌────────────────┐    ┌────────────────┐", lines[0]);
        Assert.Equal("│  ░░░░▒▒▒▒▓▓▓▓██│    │                │", lines[1]);
        Assert.Equal("│                │    │                │", lines[8]);
        Assert.Equal("left                  right", lines[10]);
        Assert.Equal("below", lines[11]);
    }

    static string[] Draw(params DigitDrawing[] drawings)
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;
        DigitDrawing.Write(drawings, console);
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
