using Spectre.Console;
using Spectre.Console.Rendering;

namespace Digits.Report;

/// <summary>The time left in tenths of a second, where Spectre's own column counts in whole ones.</summary>
sealed class TimeLeftColumn : ProgressColumn
{
    // Written by the training, read by the thread that draws.
    public volatile string Text = "";

    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Spectre.Console.Text(Text);
}
