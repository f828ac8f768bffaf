using Digits.Input;
using DslTensors;

namespace Digits.Training;

/// <summary>Trains a model on a set of digits: Adam on the cross entropy of shuffled batches.</summary>
sealed class Trainer(DigitNet model, DigitSet digits, int epochs, double learningRate)
{
    const int BatchSize = 32;

    /// <summary>Trains while it is enumerated, one batch at a time.</summary>
    public IEnumerable<TrainingStep> Run()
    {
        var optimizer = new Adam(model.Parameters(), lr: learningRate);
        var loader = digits.ShuffledBatches(BatchSize);
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            var (batch, seen, right, lossSum) = (0, 0, 0L, 0.0);
            foreach (var (images, labels) in loader)
            {
                var logits = model.Forward(images);
                var loss = Tensor.CrossEntropy(logits, labels);
                optimizer.ZeroGrad();
                loss.Backward();
                optimizer.Step();

                batch++;
                int count = labels.Shape[0];
                seen += count;
                right += logits.Argmax(dim: 1).Eq(labels).Sum().Item();
                lossSum += loss.Item() * count;
                yield return new(epoch, epochs, batch, loader.Count, loss.Item(), lossSum / seen, (double)right / seen);
            }
        }
    }
}
