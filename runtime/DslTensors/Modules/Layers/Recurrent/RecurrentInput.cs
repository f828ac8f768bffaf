using System.Numerics;

namespace DslTensors;

/// <summary>The checks of what goes into a recurrent layer.</summary>
internal static class RecurrentInput
{
    /// <exception cref="ShapeException">The input is no sequence of vectors of the layer's size.</exception>
    public static void Check<T>(Tensor<T> input, int inputSize)
        where T : unmanaged
    {
        if (input.Rank is not (2 or 3))
        {
            throw new ShapeException(
                $"input must have 3 dimensions, got {input.Rank}. Give [length, batch, {inputSize}], [batch, length, {inputSize}] with batchFirst, " +
                $"or one sequence [length, {inputSize}]; the input is {input.Shape}.");
        }

        if (input.Shape[^1] != inputSize)
            throw new ShapeException($"input.size(-1) must be equal to input_size. Expected {inputSize}, got {input.Shape[^1]}: the input is {input.Shape}.");
        if (input.Shape[0] == 0 || (input.Rank == 3 && input.Shape[1] == 0))
            throw new ShapeException($"Expected sequence length to be larger than 0 in RNN. The input is {input.Shape}.");
    }

    /// <exception cref="ShapeException">The input of a cell is neither a vector nor a batch of vectors.</exception>
    public static void CheckCell(string cell, Tensor input)
    {
        if (input.Rank is not (1 or 2))
        {
            throw new ShapeException(
                $"{cell}: Expected input to be 1-D or 2-D but received {input.Rank}-D tensor. " +
                $"It is {input.Shape}; a cell takes one step, [batch, inputs] or [inputs].");
        }
    }

    /// <summary>The states to begin with, [layers · directions, batch, size] each: those given, or zeros.</summary>
    /// <exception cref="ShapeException">A state that is given has another shape.</exception>
    public static Tensor<T>[] States<T>(Tensor<T>[]? given, bool isBatched, Shape[] expected, Device device)
        where T : unmanaged, INumber<T>
    {
        if (given is null)
            return [.. expected.Select(shape => Operators.FilledTensor.Of<T>(shape.ToArray(), 0, device))];
        var states = new Tensor<T>[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i].Rank != (isBatched ? 3 : 2))
            {
                var (sequences, needed) = isBatched ? ("batched 3-D", 3) : ("unbatched 2-D", 2);
                var names = given.Length == 1 ? "hx should" : "hx and cx should";
                throw new ShapeException($"For {sequences} input, {names} also be {needed}-D but got {given[i].Rank}-D tensor: it is {given[i].Shape}.");
            }

            states[i] = isBatched ? given[i] : given[i].Unsqueeze(1);
            if (states[i].Shape != expected[i])
            {
                var name = given.Length == 1 ? "hidden" : $"hidden[{i}]";
                throw new ShapeException($"Expected {name} size {expected[i]}, got {states[i].Shape}. It is layers times directions, batch, size.");
            }
        }

        return states;
    }
}
