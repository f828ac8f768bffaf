using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The labels of an equation, the result's first: the order in which all operands are laid out before they are multiplied.</summary>
internal sealed class EinsumLabels
{
    private const string Ellipsis = "...";

    private readonly string _equation;
    private readonly string[] _operands;
    private readonly string _result;
    private readonly string _all;

    private EinsumLabels(string equation, string[] operands, string result)
    {
        (_equation, _operands, _result) = (equation, operands, result);
        _all = result + new string([.. string.Concat(operands).Distinct().Where(label => !result.Contains(label))]);
    }

    /// <summary>The labels of an equation whose ellipses stand for as many dimensions as the ranks leave.</summary>
    public static EinsumLabels Parse(string equation, int[] ranks)
    {
        var sides = equation.Replace(" ", "").Split("->");
        var inputs = sides[0].Split(',');
        if (sides.Length > 2 || inputs.Length != ranks.Length)
            throw new ShapeException($"einsum(): more operands were provided than specified in the equation: '{equation}' names {inputs.Length}, and {ranks.Length} are given.");
        var written = string.Concat(inputs).Replace(Ellipsis, "");
        if (written.FirstOrDefault(label => !char.IsAsciiLetter(label)) is var odd and not '\0')
            throw new ShapeException($"einsum(): invalid subscript given at index {equation.IndexOf(odd)} in the equation string, subscripts must be in [a-zA-Z]. The equation is '{equation}'.");

        // Without an arrow the result has the labels that occur once, in alphabetical order.
        var result = sides.Length == 2 ? sides[1] : Ellipsis + new string([.. written.Where(label => written.Count(other => other == label) == 1).Order()]);
        var most = 0;
        for (var i = 0; i < inputs.Length; i++)
            most = inputs[i].Contains(Ellipsis) ? Math.Max(most, ranks[i] - inputs[i].Length + Ellipsis.Length) : most;
        for (var i = 0; i < inputs.Length; i++)
            inputs[i] = inputs[i].Replace(Ellipsis, Unnamed(ranks[i] - inputs[i].Length + Ellipsis.Length, most));
        result = result.Replace(Ellipsis, Unnamed(most, most));
        written = string.Concat(inputs);
        if (result.FirstOrDefault(label => !written.Contains(label)) is var unknown and not '\0')
            throw new ShapeException($"einsum(): output subscript {unknown} does not appear in the equation for any input operand. The equation is '{equation}'.");
        return new EinsumLabels(equation, inputs, result);
    }

    /// <summary>An operand with one dimension for each label of the equation, of size 1 where it lacks the label.</summary>
    public Tensor<T> Aligned<T>(Tensor<T> operand, int index)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var labels = _operands[index];
        if (labels.Length != operand.Rank)
            throw new ShapeException($"einsum(): the number of subscripts in the equation ({labels.Length}) does not match the number of dimensions ({operand.Rank}) for operand {index}. '{_equation}' calls it '{labels}', and its shape is {operand.Shape}.");
        for (var at = 0; at < labels.Length; at++)
        {
            while (labels.IndexOf(labels[at], at + 1) is >= 0 and var again)
            {
                if (operand.Shape[at] != operand.Shape[again])
                    throw new ShapeException($"einsum(): subscript {labels[at]} is repeated for operand {index} but the sizes don't match, {operand.Shape[again]} != {operand.Shape[at]}. The shape is {operand.Shape}.");

                // The diagonal is the last dimension of its view; it goes where the label stood first.
                operand = operand.Diagonal(0, at, again);
                labels = labels.Remove(again, 1);
                var order = Enumerable.Range(0, operand.Rank - 1).ToList();
                order.Insert(at, operand.Rank - 1);
                operand = operand.Permute([.. order]);
            }
        }

        operand = operand.Permute([.. _all.Where(labels.Contains).Select(label => labels.IndexOf(label))]);
        for (var at = 0; at < _all.Length; at++)
        {
            if (!labels.Contains(_all[at]))
                operand = operand.Unsqueeze(at);
        }

        return operand;
    }

    // Ellipses are aligned at their last dimensions; their labels can't be written in an equation.
    private static string Unnamed(int count, int most) => new([.. Enumerable.Range(most - Math.Max(0, count), Math.Max(0, count)).Select(i => (char)('\u2460' + i))]);

    /// <summary>The sum over all labels that the result lacks.</summary>
    public Tensor<T> ToResult<T>(Tensor<T> product)
        where T : unmanaged, IFloatingPointIeee754<T> => _all.Length == _result.Length
            ? product
            : product.Sum(Enumerable.Range(_result.Length, _all.Length - _result.Length).ToArray());
}
