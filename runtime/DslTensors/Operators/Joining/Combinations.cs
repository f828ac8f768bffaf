namespace DslTensors.Operators;

/// <summary>All choices of so many elements of a vector, in their order (PyTorch's <c>combinations</c>).</summary>
/// <param name="input">The vector.</param>
/// <param name="r">How many elements a choice has.</param>
/// <param name="withReplacement">Whether an element may be chosen several times.</param>
/// <returns>A row for each choice, [choices, r].</returns>
/// <exception cref="ShapeException">The input is no vector, or <paramref name="r"/> is negative.</exception>
[TensorOp("n -> choices r")]
[ShapeError("input", ShapeFault.Rank, "Expect a 1D vector, but got shape {input}")]
public static partial class Combinations
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int r = 2, bool withReplacement = false)
        where T : unmanaged
    {
        if (r < 0)
            throw new ShapeException($"Expect a non-negative number, but got {r}. combinations: r is how many elements a choice has.");
        if (r == 0)
            return input.Narrow(0, 0, 0).Clone();
        var places = new List<long>();
        Choose(new int[r], 0, 0, input.Shape[0], withReplacement ? 0 : 1, places);
        return input.IndexSelect(0, Tensor.From(places.ToArray()).To(input.Device)).Reshape(places.Count / r, r);
    }

    private static void Choose(int[] choice, int at, int first, int size, int step, List<long> places)
    {
        if (at == choice.Length)
        {
            foreach (var place in choice)
                places.Add(place);
            return;
        }

        for (choice[at] = first; choice[at] < size; choice[at]++)
            Choose(choice, at + 1, choice[at] + step, size, step, places);
    }
}
