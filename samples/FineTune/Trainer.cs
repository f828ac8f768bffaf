using DslTensors;

namespace FineTune;

/// <summary>Trains those parameters of a model that require gradients.</summary>
static class Trainer
{
    /// <summary>Runs some epochs, and gives what a step's backward cost.</summary>
    public static Work Run(ConvNet model, Digits digits, int epochs)
    {
        var optimizer = new Adam(model.Parameters().Where(parameter => parameter.RequiresGrad), lr: 3e-3);
        var batches = DataLoader.Of(Dataset.Of(digits.Images, digits.Labels), batchSize: 32, shuffle: true, seed: 0, dropLast: true);
        model.Train();
        Work? least = null;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var (images, labels) in batches)
            {
                optimizer.ZeroGrad();
                var loss = Tensor.CrossEntropy(model.Forward(images), labels);
                least = Work.OfBackward(loss, model).Least(least);
                optimizer.Step();
            }
        }

        return least!;
    }

    /// <summary>The share of digits that the model reads rightly.</summary>
    public static double Accuracy(ConvNet model, Digits digits)
    {
        using (model.Inference())
            return (double)model.Forward(digits.Images).Argmax(dim: 1).Eq(digits.Labels).Sum().Item() / digits.Count;
    }
}
