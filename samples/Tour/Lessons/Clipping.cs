using DslTensors;

namespace Tour.Lessons;

/// <summary>Clip and Clamp are one operator: PyTorch has both names.</summary>
internal static class Clipping
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("clip: no element below or above");
        notebook.Let(out var x, Tensor.Randn(5));
        notebook.Show(x.Clip(-0.5, 0.5));
        notebook.Show(x.Clamp(min: 0));
    }
}
