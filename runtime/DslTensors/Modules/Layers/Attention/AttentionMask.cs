using System.Numerics;

namespace DslTensors;

/// <summary>
/// What keeps queries from keys: a truth value for each pair, <see langword="true"/> where the key is hidden, or a number that is added to each
/// score. Both convert implicitly, so that either can be given; nothing hides nothing.
/// </summary>
/// <typeparam name="T">The element type of the attention.</typeparam>
public readonly struct AttentionMask<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tensor<bool>? _hidden;
    private readonly Tensor<T>? _added;

    private AttentionMask(Tensor<bool>? hidden, Tensor<T>? added) => (_hidden, _added) = (hidden, added);

    /// <summary>Whether there is a mask.</summary>
    public bool IsGiven => _hidden is not null || _added is not null;

    /// <summary>The mask's shape; that of a scalar where there is none.</summary>
    public Shape Shape => _hidden?.Shape ?? _added?.Shape ?? default;

    /// <summary>The numbers to add to the scores: 0 or minus infinity for truth values; <see langword="null"/> where there is no mask.</summary>
    public Tensor<T>? Added => _hidden is null ? _added : Operators.FilledTensor.Of<T>(_hidden.Shape.ToArray(), 0, _hidden.Device).MaskedFill(_hidden, double.NegativeInfinity);

    /// <summary>Hides the keys where <paramref name="hidden"/> is <see langword="true"/>.</summary>
    public static implicit operator AttentionMask<T>(Tensor<bool>? hidden) => new(hidden, null);

    /// <summary>Adds a number to each score.</summary>
    public static implicit operator AttentionMask<T>(Tensor<T>? added) => new(null, added);

    /// <summary>Hides from each of <paramref name="size"/> queries the keys that come later (PyTorch's <c>generate_square_subsequent_mask</c>).</summary>
    [return: Shape("size size")]
    public static AttentionMask<T> Causal(int size) => Tensor.Full<T>([size, size], double.NegativeInfinity).Triu(1);
}
