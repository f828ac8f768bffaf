using DslTensors;

namespace PyTorchWeights;

/// <summary>Teaches a model to count: after each token comes the next one, after the last the first.</summary>
static class FineTuning
{
    /// <summary>Trains, and gives the loss of each step.</summary>
    public static IEnumerable<float> Run(TinyGpt model, int steps)
    {
        var vocabulary = model.Head.OutFeatures;
        var optimizer = new AdamW(model.Parameters(), lr: 3e-3);
        model.Train();
        for (var step = 0; step < steps; step++)
        {
            // Each start once; a sequence is as long as the model can see.
            var sequences = (Tensor.Arange<long>(0, vocabulary).Unsqueeze(1) + Tensor.Arange<long>(0, model.Context + 1)).Remainder(vocabulary);
            var logits = model.Forward(sequences[.., ..^1]);
            var loss = Tensor.CrossEntropy(logits.Reshape(-1, vocabulary), sequences[.., 1..].Reshape(-1));
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            yield return loss.Item();
        }
    }
}
