using DslTensors;
using static AutogradLessons.Notebook;

namespace AutogradLessons.Lessons;

/// <summary>Derivatives of derivatives, and of functions.</summary>
internal static class HigherOrders
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("Second derivatives", "With createGraph the gradients are recorded too.");

        notebook.Show(
            () =>
            {
                var x = Ones();
                var first = Autograd.Grad(x.Pow(3).Sum(), x, createGraph: true);
                first.Sum().Backward();
                return $"{first.Detach()}\n{x.Grad}";
            },
            "3x² and 6x at 1.");
        notebook.Show(
            () => Autograd.Hessian(x => x.Pow(3).Sum() + x.Prod(), Tensor.From([2.0, 3, 5])),
            "All second derivatives of a function.");
        notebook.Show(
            () => Autograd.Hvp(x => x.Pow(3).Sum() + x.Prod(), Tensor.From([2.0, 3, 5]), Tensor.From([1.0, 0, 2])).Product,
            "That matrix times a vector, without the matrix: two backward passes, however many parameters there are.");
        notebook.Show(
            () => Autograd.Jacobian(x => x.Pow(2), Tensor.From([1.0, 2, 3])),
            "One row for each result, one column for each input.");
        notebook.Show(
            () =>
            {
                var (x, runs) = (Ones(), 0);
                var y = Autograd.Checkpoint(
                    t =>
                    {
                        runs++;
                        return t.Exp().Sin();
                    },
                    x);
                y.Sum().Backward();
                return $"{x.Grad}, computed {runs} times";
            },
            "A checkpoint keeps nothing in between and computes it once more when backward needs it: less memory for more work.");
    }
}
