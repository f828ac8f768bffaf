#pragma warning disable DSLT3002 // What the compiler would stop is shown on purpose.
using DslTensors;
using static AutogradLessons.Notebook;

namespace AutogradLessons.Lessons;

/// <summary>Data: values that autograd does not see change.</summary>
internal static class BehindTheBack
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("Data", "x.Data is the memory behind autograd's back. It is there for programs that came from PyTorch; Detach() or NoGrad() are what you want.");

        notebook.Show(
            () =>
            {
                var x = Ones();
                var z = x.Pow(2);
                x.Data = Tensor.Full<double>([5], 2);
                var y = x.Pow(3);
                (z + y).Sum().Backward();
                return x.Grad;
            },
            "z was computed at 1, but its gradient 2x is taken at 2: the saved leaf x stands for its new values. 2·2 + 3·2² = 16.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                var s = x.Exp();
                s.Data.ZeroInPlace();
                s.Sum().Backward();
                return x.Grad;
            },
            "Wrong, and nobody says so: Data counts its own writes. Through s.Detach() this is an error.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                x.Data.AddInPlace(1);
                return $"{x}, version {x.Version}";
            },
            "The values have changed, the version has not.");
    }
}
