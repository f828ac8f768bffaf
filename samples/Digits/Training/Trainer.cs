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
        int batches = (digits.Count + BatchSize - 1) / BatchSize;
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            var (batch, seen, right, lossSum) = (0, 0, 0L, 0.0);
            foreach (var part in digits.ShuffledBatches(BatchSize))
            {
                var logits = model.Forward(part.Images);
                var loss = Tensor.CrossEntropy(logits, part.Labels);
                optimizer.ZeroGrad();
                loss.Backward();
                optimizer.Step();

                batch++;
                seen += part.Count;
                right += logits.Argmax(dim: 1).Eq(part.Labels).Sum().Item();
                lossSum += loss.Item() * part.Count;
                yield return new(epoch, epochs, batch, batches, loss.Item(), lossSum / seen, (double)right / seen);
            }
        }
    }
}
