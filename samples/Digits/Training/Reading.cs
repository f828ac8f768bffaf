using Digits.Input;
using DslTensors;

namespace Digits.Training;

/// <summary>What a model takes each digit of a set for.</summary>
sealed record Reading(DigitSet Set, long[] Labels, long[] Predictions)
{
    /// <summary>Reads every digit, with the model in eval mode and without gradients.</summary>
    public static Reading Of(DigitNet model, DigitSet digits)
    {
        using (model.Inference())
            return new(digits, digits.Labels.ToArray(), model.Forward(digits.Images).Argmax(dim: 1).ToArray());
    }

    public int Right => Labels.Zip(Predictions).Count(pair => pair.First == pair.Second);

    public double Accuracy => (double)Right / Labels.Length;

    /// <summary>The positions of the digits that were read wrongly.</summary>
    public IEnumerable<int> Misread => Enumerable.Range(0, Labels.Length).Where(i => Labels[i] != Predictions[i]);
}
