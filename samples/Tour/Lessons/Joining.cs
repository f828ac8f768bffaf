using DslTensors;

namespace Tour.Lessons;

/// <summary>Cat joins along a dimension that the tensors have, Stack along a new one.</summary>
internal static class Joining
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("cat: along a dimension that the tensors have");
        notebook.Let(out var a, Tensor.Randn(2, 3));
        notebook.Let(out var b, Tensor.Randn(2, 3));
        notebook.Show(Tensor.Cat([a, b], dim: -1));
        notebook.Show(Tensor.Cat([a, b], dim: 1));
        notebook.Show(Tensor.Equal(Tensor.Cat([a, b], dim: -1), Tensor.Cat([a, b], dim: 1)));

        notebook.Title("stack: along a new dimension");
        notebook.Let(out var ones, Tensor.Arange(1, 10).Reshape(3, 3));
        notebook.Let(out var elevens, ones * 11);
        notebook.Show(Tensor.Stack([ones, elevens], dim: 0));
        notebook.Show(Tensor.Stack([ones, elevens], dim: 1));
        notebook.Show(Tensor.Stack([ones, elevens], dim: 2));
        notebook.Show(Tensor.Stack([ones, elevens], dim: -1));
        notebook.Refuse(() => Tensor.Stack([ones, elevens[..2]], dim: 0));
    }
}
