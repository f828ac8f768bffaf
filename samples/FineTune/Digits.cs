using DslTensors;

namespace FineTune;

/// <summary>Images of handwritten digits, 8x8, and what they show.</summary>
sealed record Digits([property: Shape("n 1 8 8")] Tensor<float> Images, [property: Shape("n")] Tensor<long> Labels)
{
    /// <summary>Reads rows of 64 pixels from 0 to 16 and a label.</summary>
    public static Digits Read(string path)
    {
        var rows = CsvReader.Read<float>(path).Values;
        return new((rows[.., ..64] / 16).Reshape(-1, 1, 8, 8), rows[.., 64].To<long>());
    }

    public int Count => Labels.Shape[0];

    /// <summary>Those that show a digit from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public Digits Showing(int first, int last) => At(Labels.Ge(first).LogicalAnd(Labels.Le(last)).Nonzero().Squeeze(1));

    /// <summary>The first four fifths to train on, and the rest to test with.</summary>
    public (Digits Training, Digits Test) Split()
    {
        var training = Count * 4 / 5;
        return (At(Tensor.Arange<long>(0, training)), At(Tensor.Arange<long>(training, Count)));
    }

    private Digits At(Tensor<long> indices) => new(Images.IndexSelect(0, indices), Labels.IndexSelect(0, indices));
}
