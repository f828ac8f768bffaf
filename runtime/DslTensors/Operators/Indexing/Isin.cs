using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Whether each element is one of others (PyTorch's <c>isin</c>); NaN is none.</summary>
/// <param name="elements">The elements that are looked for.</param>
/// <param name="testElements">Those that they are looked for among.</param>
/// <param name="assumeUnique">PyTorch's hint that no tensor has an element twice; the answer is the same.</param>
/// <param name="invert">Whether each is none of them instead.</param>
/// <returns>The answers, in the shape of <paramref name="elements"/>.</returns>
[TensorOp("s..., t... -> s...", NonDifferentiable = true)]
public static partial class Isin
{
    private static void Forward<T>(TensorView<T> elements, TensorView<T> testElements, TensorView<bool> result, bool assumeUnique = false, bool invert = false)
        where T : unmanaged, INumber<T>
    {
        var known = new HashSet<T>();
        foreach (var element in testElements.Dense().Span)
        {
            if (!T.IsNaN(element))
                known.Add(element);
        }

        var sought = elements.Dense().Span;
        for (var i = 0; i < sought.Length; i++)
            result.Span[i] = known.Contains(sought[i]) != invert;
    }
}
