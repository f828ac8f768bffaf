#pragma warning disable DSLT3001, DSLT3005 // What the compiler would stop is shown on purpose.
using DslTensors;
using static AutogradLessons.Notebook;

namespace AutogradLessons.Lessons;

/// <summary>Detach: the same memory, no history.</summary>
internal static class Detached
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("Detach", "x.Detach() is the same memory without history: a constant for the computation that follows.");

        notebook.Show(
            () =>
            {
                var x = Ones();
                var y = x.Pow(2);
                var z = x.Detach().Pow(3);
                (y + z).Sum().Backward();
                return x.Grad;
            },
            "Only 2x: z is a constant.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                (x.Detach() * 2).Sum().Backward();
                return x.Grad;
            },
            "Nothing in this result leads back to x.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                var y = x.Detach();
                y[0] = Tensor.From(7.0);
                return $"{x[0].Item()}, y.RequiresGrad {y.RequiresGrad}, y.IsLeaf {y.IsLeaf}, versions {x.Version} and {y.Version}";
            },
            "The memory is shared, and so is the counter of writes: a write to y is a write to x.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                var s = x.Exp();
                s.Detach().ZeroInPlace();
                s.Sum().Backward();
                return x.Grad;
            },
            "exp is its own derivative, so backward wanted s. The counter tells that s is not what it was: an error instead of a wrong gradient.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                var s = x + 1;
                s.Detach().ZeroInPlace();
                s.Sum().Backward();
                return x.Grad;
            },
            "A sum needs none of its values for the gradient, so nothing was saved and nothing is wrong.");
    }
}
