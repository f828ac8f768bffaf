using DslTensors;

namespace Tour.Lessons;

/// <summary>The sign of each element; its gradient is zero, not missing.</summary>
internal static class Signs
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("sign: -1, 0 or 1");
        notebook.Let(out Tensor<float> x, [0.7f, -1.2f, 0f, 2.3f]);
        notebook.Show(x.Sign());
        x.RequiresGrad = true;
        x.Sign().Sum().Backward();
        notebook.Show(x.Grad!);
    }
}
