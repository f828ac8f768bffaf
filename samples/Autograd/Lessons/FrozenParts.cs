using DslTensors;
using static AutogradLessons.Notebook;

namespace AutogradLessons.Lessons;

/// <summary>RequiresGrad: which parts train.</summary>
internal static class FrozenParts
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("Freezing", "RequiresGrad = false on a parameter: nothing is computed or stored for it.");

        notebook.Show(
            () =>
            {
                var backbone = new Linear(4, 4).RequiresGrad(false);
                var head = new Linear(4, 1);
                var features = backbone.Forward(Tensor.Ones(2, 4)).Relu();
                head.Forward(features).Sum().Backward();
                return $"features recorded {features.RequiresGrad}, backbone {backbone.Weight.Grad?.ToString() ?? "null"}, head {head.Weight.Grad!.Shape}";
            },
            "The graph begins at the head.");
        notebook.Show(
            () =>
            {
                var y = Ones() * 2;
                y.RequiresGrad = false;
                return y;
            },
            "A result takes after what it was computed from. Detach it.");
    }
}
