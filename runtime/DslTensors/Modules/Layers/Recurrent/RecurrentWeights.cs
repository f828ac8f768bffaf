namespace DslTensors;

/// <summary>The parameters of one layer of a recurrent network in one direction.</summary>
/// <param name="InputHidden">The weights of the input, [gates, inputs].</param>
/// <param name="HiddenHidden">The weights of the hidden state, [gates, hidden].</param>
/// <param name="InputBias">The offset of what comes from the input, [gates].</param>
/// <param name="HiddenBias">The offset of what comes from the hidden state, [gates].</param>
/// <param name="Projection">Projects the hidden state, [projSize, hidden].</param>
internal readonly record struct RecurrentWeights<T>(
    Tensor<T> InputHidden, Tensor<T> HiddenHidden, Tensor<T>? InputBias, Tensor<T>? HiddenBias, Tensor<T>? Projection)
    where T : unmanaged;
