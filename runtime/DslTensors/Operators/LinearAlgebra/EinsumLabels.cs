namespace DslTensors.Operators;

/// <summary>The labels of an equation: one letter for each dimension, and one digit for each that an ellipsis stands for.</summary>
/// <param name="Operands">The labels of each operand.</param>
/// <param name="Result">The labels of the result.</param>
internal sealed record EinsumLabels(string[] Operands, string Result)
{
    private const string Ellipsis = "...";

    /// <summary>The labels that are still needed once so many operands have been multiplied into the first.</summary>
    public string NeededAfter(int count) => Result + string.Concat(Operands.Skip(count + 1));

    public static EinsumLabels Parse(string equation, Shape[] shapes)
    {
        var text = equation.Replace(" ", "");
        CheckCharacters(equation, text);
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        var inputs = (arrow < 0 ? text : text[..arrow]).Split(',');
        if (inputs.Length != shapes.Length)
        {
            throw new ShapeException(
                $"einsum(): {(inputs.Length < shapes.Length ? "more" : "fewer")} operands were provided than specified in the equation: '{equation}' names {inputs.Length}, and {shapes.Length} are given.");
        }

        var unlabelled = inputs.Select((labels, i) => labels.Contains(Ellipsis) ? Math.Max(0, shapes[i].Rank - (labels.Length - Ellipsis.Length)) : 0).Max();
        var operands = inputs.Select((labels, i) => Expanded(equation, labels, shapes[i], i, unlabelled)).ToArray();
        var result = arrow < 0 ? Implied(inputs, unlabelled) : text[(arrow + 2)..].Replace(Ellipsis, Digits(unlabelled, unlabelled));
        CheckResult(equation, operands, result);
        CheckSizes(operands, shapes);
        return new EinsumLabels(operands, result);
    }

    private static void CheckCharacters(string equation, string text)
    {
        var rest = text.Replace(Ellipsis, "").Replace(",", "");
        var arrow = rest.IndexOf("->", StringComparison.Ordinal);
        rest = arrow < 0 ? rest : rest.Remove(arrow, 2);
        if (rest.FirstOrDefault(label => !char.IsAsciiLetter(label)) is var odd and not '\0')
            throw new ShapeException($"einsum(): invalid subscript given at index {equation.LastIndexOf(odd)} in the equation string, subscripts must be in [a-zA-Z]. The equation is '{equation}'.");
    }

    private static string Expanded(string equation, string labels, Shape shape, int index, int unlabelled)
    {
        var hasEllipsis = labels.Contains(Ellipsis);
        var written = labels.Length - (hasEllipsis ? Ellipsis.Length : 0);
        if (!hasEllipsis && written != shape.Rank)
            throw new ShapeException($"einsum(): the number of subscripts in the equation ({written}) does not match the number of dimensions ({shape.Rank}) for operand {index} and no ellipsis was given. '{equation}' calls it '{labels}', and its shape is {shape}.");
        if (written > shape.Rank)
            throw new ShapeException($"einsum(): the number of subscripts in the equation ({written}) is more than the number of dimensions ({shape.Rank}) for operand {index}. '{equation}' calls it '{labels}', and its shape is {shape}.");
        return labels.Replace(Ellipsis, Digits(unlabelled, shape.Rank - written));
    }

    // Unlabelled dimensions are aligned at the last one, as always when tensors broadcast.
    private static string Digits(int unlabelled, int count) => new([.. Enumerable.Range(unlabelled - count, count).Select(i => (char)('0' + i))]);

    /// <summary>Without an arrow the result has the labels that occur once, in alphabetical order, after the unlabelled dimensions.</summary>
    private static string Implied(string[] inputs, int unlabelled)
    {
        var written = string.Concat(inputs).Replace(".", "");
        return Digits(unlabelled, unlabelled) + new string([.. written.Where(label => written.Count(other => other == label) == 1).Order()]);
    }

    private static void CheckResult(string equation, string[] operands, string result)
    {
        foreach (var label in result)
        {
            if (!operands.Any(labels => labels.Contains(label)))
                throw new ShapeException($"einsum(): output subscript {label} does not appear in the equation for any input operand. The equation is '{equation}'.");
            if (result.IndexOf(label) != result.LastIndexOf(label))
                throw new ShapeException($"einsum(): output subscript {label} appears more than once in the output. The equation is '{equation}'.");
        }
    }

    private static void CheckSizes(string[] operands, Shape[] shapes)
    {
        var sizes = new Dictionary<char, int>();
        for (var i = 0; i < operands.Length; i++)
        {
            for (var dim = 0; dim < operands[i].Length; dim++)
            {
                var (label, size) = (operands[i][dim], shapes[i][dim]);
                if (operands[i].IndexOf(label) is var first && shapes[i][first] != size)
                    throw new ShapeException($"einsum(): subscript {label} is repeated for operand {i} but the sizes don't match, {size} != {shapes[i][first]}. The shape is {shapes[i]}.");
                if (sizes.GetValueOrDefault(label, 1) is var seen and not 1 && size != 1 && size != seen)
                    throw new ShapeException($"einsum(): subscript {label} has size {size} for operand {i} which does not broadcast with previously seen size {seen}. The shape is {shapes[i]}.");
                if (size != 1 || !sizes.ContainsKey(label))
                    sizes[label] = size;
            }
        }
    }
}
