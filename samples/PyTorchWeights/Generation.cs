using DslTensors;

namespace PyTorchWeights;

/// <summary>Lets a model continue a sequence, always with the likeliest token.</summary>
static class Generation
{
    /// <summary>The sequence with <paramref name="count"/> tokens behind it.</summary>
    public static long[] Continue(TinyGpt model, long[] start, int count)
    {
        using (model.Inference())
        {
            var tokens = start.ToList();
            for (var i = 0; i < count; i++)
            {
                long[] seen = [.. tokens.TakeLast(model.Context)];
                var logits = model.Forward(Tensor.From(seen).Unsqueeze(0));
                tokens.Add(logits[0, ^1].Argmax().Item());
            }

            return [.. tokens];
        }
    }
}
