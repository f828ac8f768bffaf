#pragma warning disable DSLT3006, DSLT3007 // What the compiler would stop is shown on purpose.
using DslTensors;
using static AutogradLessons.Notebook;

namespace AutogradLessons.Lessons;

/// <summary>What backward computes.</summary>
internal static class Gradients
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("Backward", "Operators on tensors with RequiresGrad record themselves. Backward walks that graph from the result to the leaves and adds up gradients in Grad.");

        notebook.Show(
            () =>
            {
                var x = Ones();
                var y = x.Pow(2);
                var z = x.Pow(3);
                (y + z).Sum().Backward();
                return x.Grad;
            },
            "2x + 3x² = 5 at 1: both ways to x count.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                (x * 2).Backward();
                return x.Grad;
            },
            "Which of the five results is to go down? Reduce to one number, or say how much each counts: (x * 2).Backward(gradient).");
        notebook.Show(
            () =>
            {
                var x = Ones(1, 1);
                (x * 2).Backward();
                return x.Grad;
            },
            "One element is one number, whatever the shape.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                var y = (x * x).Sum();
                y.Backward();
                y.Backward();
                return x.Grad;
            },
            "The product had kept x for its gradient, and let go of it as soon as that was computed.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                var y = (x * x).Sum();
                y.Backward(retainGraph: true);
                y.Backward();
                return x.Grad;
            },
            "retainGraph keeps it. Gradients add up, over micro-batches for example, until Grad is set to null: ZeroGrad().");
        notebook.Show(
            () =>
            {
                var x = Ones();
                var y = x * 2;
                y.RetainGrad();
                x.RegisterHook(gradient => gradient * 10);
                y.Sum().Backward();
                return $"{y.Grad}\n{x.Grad}";
            },
            "Results of operators have no Grad unless they retain it. A hook sees a gradient on its way, and may replace it.");
        notebook.Show(
            () =>
            {
                var (x, y) = (Ones(), Ones());
                var gradients = Autograd.Grad((x * 2).Sum(), [x, y], allowUnused: true);
                return $"{gradients[0]}, {gradients[1]?.ToString() ?? "null"}; x.Grad is {x.Grad?.ToString() ?? "null"}";
            },
            "Autograd.Grad hands gradients out instead of adding them up, and runs only what leads to the tensors that it is asked about.");
    }
}
