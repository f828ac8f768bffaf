using DslTensors;
using static AutogradLessons.Notebook;

namespace AutogradLessons.Lessons;

/// <summary>What helps when gradients are wrong.</summary>
internal static class FindingMistakes
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("Finding mistakes", "DetectAnomaly names the line, GradCheck the element, ToDot draws the graph.");

        notebook.Show(
            () =>
            {
                using (Autograd.DetectAnomaly())
                {
                    var x = Ones() - 1;
                    var y = (x / x).Sum();
                    y.Backward();
                    return y;
                }
            },
            "The first gradient with NaN, the operator that computed it, and the line that called the operator. Slow: only for looking.");
        notebook.Show(
            () => Autograd.GradCheck(x => x.Exp() * x, Ones(3)),
            "Gradients compared with differences of values: for operators of your own.");
        notebook.Show(
            () => Autograd.ToDot((Ones() * 2).Sum()),
            "Graphviz text: dot -Tsvg draws it.");
    }
}
