using DslTensors;
using static AutogradLessons.Notebook;

namespace AutogradLessons.Lessons;

/// <summary>NoGrad, Eval, Inference and InferenceMode.</summary>
internal static class Modes
{
    public static void Run(Notebook notebook)
    {
        notebook.Title(
            "NoGrad and Eval",
            "Two different things: NoGrad is about recording, Eval about what layers such as Dropout and BatchNorm compute. Modes belong to a thread and flow through await.");

        notebook.Show(
            () =>
            {
                var x = Ones();
                using (Autograd.NoGrad())
                    return (x * 2).RequiresGrad;
            },
            "Nothing is recorded, nothing saved.");
        notebook.Show(
            () =>
            {
                var model = new DroppingNet();
                var x = Tensor.Ones(1, 4);
                model.Eval();
                model.Forward(x).Sum().Backward();
                return model.Output.Weight.Grad;
            },
            "Eval alone: nothing is dropped, but gradients flow.");
        notebook.Show(
            () =>
            {
                Tensor.ManualSeed(36);
                var model = new DroppingNet();
                var x = Tensor.Ones(1, 4);
                Tensor<float> inside;
                using (Autograd.NoGrad())
                    inside = model.Drop.Forward(x);
                model.Forward(x).Sum().Backward();
                return $"{inside}\n{model.Output.Weight.Grad}";
            },
            "NoGrad alone: half of the inputs is dropped even inside of it, as the model is in training mode. The gradient shows what was dropped outside.");
        notebook.Show(
            () =>
            {
                var norm = new BatchNorm1d(2);
                using (Autograd.NoGrad())
                    norm.Forward(Tensor.From(new float[,] { { 1, 2 }, { 3, 6 } }));
                return norm.RunningMean;
            },
            "NoGrad alone: batch normalization moves its running statistics, a tenth of the way to the means 2 and 4.");
        notebook.Show(
            () =>
            {
                var norm = new BatchNorm1d(2).Eval();
                norm.Forward(Tensor.From(new float[,] { { 1, 2 }, { 3, 6 } })).Sum().Backward();
                return $"{norm.RunningMean}\n{norm.Weight!.Grad}";
            },
            "Eval alone: it uses the running statistics and leaves them, and gradients flow.");
        notebook.Show(
            () =>
            {
                var model = new DroppingNet();
                using (model.Inference())
                    return $"records {model.Forward(Tensor.Ones(1, 4)).RequiresGrad}, training {model.Training}";
            },
            "Both together, restored at the end: what an answer to a user wants.");
        notebook.Show(
            () =>
            {
                var x = Ones();
                Tensor<double> y;
                using (Autograd.InferenceMode())
                    y = Tensor.Ones<double>(5);
                (x * y).Sum().Backward();
                return x.Grad;
            },
            "InferenceMode promises that its tensors never meet a gradient. A clone is a normal tensor.");
        notebook.Show(
            () =>
            {
                Tensor<double> y;
                using (Autograd.InferenceMode())
                    y = Tensor.Ones<double>(5);
                return y.AddInPlace(1);
            },
            "Their writes are not counted, so they may be written inside only.");
    }
}
