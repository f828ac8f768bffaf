#pragma warning disable DSLT3004 // What the compiler would stop is shown on purpose.
using DslTensors;
using static AutogradLessons.Notebook;

namespace AutogradLessons.Lessons;

/// <summary>Writing in place: leaves, results, views.</summary>
internal static class WritesInPlace
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("Writing in place", "AddInPlace and assignments to parts are recorded like other operators. What backward still needs must not be overwritten.");

        notebook.Show(
            () =>
            {
                var x = Ones();
                x.AddInPlace(1);
                return x;
            },
            "The gradient would be that of a value that no longer exists.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                using (Autograd.NoGrad())
                    x.AddInPlace(1);
                return $"{x}, version {x.Version}";
            },
            "This is how an optimizer does it: not part of any computation, but counted.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                var y = x * 2;
                y[1..3].MulInPlace(3);
                y.Sum().Backward();
                return x.Grad;
            },
            "y[1..3] is a view. The write becomes part of y's history.");
        notebook.Show(
            () =>
            {
                var (x, w) = (Ones(), Ones(2));
                var y = x * 2;
                var part = y[0..2];
                y[1..3] = w * 5;
                part.Sum().Backward();
                return $"{x.Grad}\n{w.Grad}";
            },
            "The view part was taken before the write and knows of it: of its two elements one comes from x and one from w.");
        notebook.Show(
            () =>
            {
                var y = Ones() * 2;
                var z = y * y;
                y[0] = Tensor.From(1.0);
                z.Sum().Backward();
                return z;
            },
            "The product had saved y. DetectAnomaly(), below, says which line computed it.");
        notebook.Show(
            () =>
            {
                var y = Ones(2, 2) * 2;
                return y.Unbind(0)[1].MulInPlace(3);
            },
            "Rows that were taken together can't be written one by one: write y[1].MulInPlace(3).");
    }
}
