using System.Numerics;

namespace DslTensors;

public sealed partial class RandomSource
{
    /// <summary>From this length on PyTorch permutes with 64-bit draws, as the remainder of a 32-bit draw would be skewed.</summary>
    private const long LongPermutation = uint.MaxValue / 20;

    /// <summary>Fills with integers from <paramref name="low"/> to <paramref name="high"/> - 1 (PyTorch's <c>randint</c>).</summary>
    /// <exception cref="TensorException">The range is empty, or <typeparamref name="T"/> can't hold it.</exception>
    public void FillRandint<T>(Span<T> target, long low, long high)
        where T : unmanaged, INumber<T>
    {
        if (low >= high)
        {
            throw new TensorException(
                $"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}. The upper bound itself is never drawn.");
        }

        CheckExact<T>("from", low);
        CheckExact<T>("to - 1", high - 1);
        var range = unchecked((ulong)high - (ulong)low);
        lock (_gate)
        {
            foreach (ref var value in target)
            {
                // PyTorch draws 32 bits for ranges that they can cover.
                var offset = range >= 1UL << 32 ? _engine.Next64() % range : _engine.Next() % range;
                value = T.CreateTruncating(unchecked((long)(offset + (ulong)low)));
            }
        }
    }

    /// <summary>Fills with the integers from 0 to length - 1 in random order (PyTorch's <c>randperm</c>).</summary>
    /// <exception cref="TensorException"><typeparamref name="T"/> can't hold the largest.</exception>
    public void FillRandperm<T>(Span<T> target)
        where T : unmanaged, INumber<T>
    {
        CheckExact<T>("n - 1", Math.Max(target.Length - 1, 0));
        lock (_gate)
        {
            if (target.Length < LongPermutation)
                Shuffle(target);
            else
                ShuffleInsideOut(target);
        }
    }

    internal void ShuffleInsideOut<T>(Span<T> target)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var chosen = (int)(_engine.Next64() % (ulong)(i + 1L));
            target[i] = target[chosen];
            target[chosen] = T.CreateTruncating(i);
        }
    }

    private void Shuffle<T>(Span<T> target)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = T.CreateTruncating(i);
        for (var i = 0; i < target.Length - 1; i++)
        {
            var chosen = i + (int)(_engine.Next() % (uint)(target.Length - i));
            (target[i], target[chosen]) = (target[chosen], target[i]);
        }
    }

    private static void CheckExact<T>(string name, long value)
        where T : unmanaged, INumber<T>
    {
        if (long.CreateSaturating(T.CreateSaturating(value)) != value)
            throw new TensorException($"{name} is out of bounds for {typeof(T).Name}, which does not hold {value} exactly. Use a wider type.");
    }
}
