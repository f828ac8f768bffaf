using DslTensors;

namespace Tour.Lessons;

/// <summary>Norms along any dimensions; the order comes first, as in PyTorch.</summary>
internal static class Norms
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("norm: of everything, or along dimensions");
        var ones = Tensor.Ones(64, 3, 3, 3);
        notebook.Show(ones.Norm(1, 3).Shape);
        notebook.Show(ones.Norm(1, 3, keepDim: true).Shape);
        notebook.Show(ones.Norm(1, 3)[0]);
        notebook.Show(ones.Norm(2));
        notebook.Show(ones.Norm(double.PositiveInfinity, [1, 2, 3])[..5]);
        notebook.Show(Tensor.Eye(3).Norm("nuc"));
#pragma warning disable DSLT2005 // Wrong, and an error at compile time, but wanted here.
        notebook.Refuse(() => ones.Norm(1, dim: 4));
#pragma warning restore DSLT2005
    }
}
