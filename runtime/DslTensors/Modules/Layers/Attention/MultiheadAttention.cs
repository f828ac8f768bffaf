using System.Numerics;

namespace DslTensors;

/// <summary>
/// Attention in several subspaces at once (PyTorch's <c>nn.MultiheadAttention</c>; Vaswani et al., "Attention is all you need", 2017).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="embedDim">The size of queries and results; the heads share it.</param>
/// <param name="numHeads">The number of heads.</param>
/// <param name="dropout">The probability with which a weight of the attention is dropped in training.</param>
/// <param name="bias">Whether the projections add offsets.</param>
/// <param name="addBiasKv">Whether a learned key and a learned value stand behind those given.</param>
/// <param name="addZeroAttn">Whether a key and a value of zeros stand behind them.</param>
/// <param name="kdim">The size of keys; embedDim by default.</param>
/// <param name="vdim">The size of values; embedDim by default.</param>
/// <param name="batchFirst">Whether sequences are [batch, length, features] and not [length, batch, features].</param>
[Module]
public partial class MultiheadAttention<T>(
    int embedDim, int numHeads, double dropout = 0, bool bias = true, bool addBiasKv = false, bool addZeroAttn = false, int? kdim = null, int? vdim = null, bool batchFirst = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of heads.</summary>
    public int NumHeads { get; } = AttentionShapes.CheckedHeads(embedDim, numHeads);

    /// <summary>The probability with which a weight of the attention is dropped in training.</summary>
    public double Dropout { get; } = dropout;

    /// <summary>Whether a key and a value of zeros stand behind those given.</summary>
    public bool AddZeroAttn { get; } = addZeroAttn;

    /// <summary>Whether sequences are [batch, length, features] and not [length, batch, features].</summary>
    public bool BatchFirst { get; } = batchFirst;

    // It stands first since PyTorch draws it first; in the state dict children come last all the same.
    /// <summary>Projects the heads' results together.</summary>
    public Linear<T> OutProj { get; } = AttentionShapes.OutputProjection<T>(embedDim, bias);

    /// <summary>The projections of queries, keys and values under each other, [3 embedDim, embedDim]; absent where keys or values have a size of their own.</summary>
    [Parameter]
    public partial Tensor<T>? InProjWeight { get; set; } =
        AttentionShapes.IsPacked(embedDim, kdim, vdim) ? Init.XavierUniform<T>(3 * embedDim, embedDim) : null;

    /// <summary>The projection of queries, where the three are not packed.</summary>
    [Parameter]
    public partial Tensor<T>? QProjWeight { get; set; } = AttentionShapes.IsPacked(embedDim, kdim, vdim) ? null : Init.XavierUniform<T>(embedDim, embedDim);

    /// <summary>The projection of keys, [embedDim, kdim], where the three are not packed.</summary>
    [Parameter]
    public partial Tensor<T>? KProjWeight { get; set; } =
        AttentionShapes.IsPacked(embedDim, kdim, vdim) ? null : Init.XavierUniform<T>(embedDim, kdim ?? embedDim);

    /// <summary>The projection of values, [embedDim, vdim], where the three are not packed.</summary>
    [Parameter]
    public partial Tensor<T>? VProjWeight { get; set; } =
        AttentionShapes.IsPacked(embedDim, kdim, vdim) ? null : Init.XavierUniform<T>(embedDim, vdim ?? embedDim);

    /// <summary>The offsets of the three projections in a row, [3 embedDim].</summary>
    [Parameter("(3 * embedDim)", When = nameof(bias))]
    public partial Tensor<T>? InProjBias { get; set; } = bias ? Init.Zeros<T>(3 * embedDim) : null;

    /// <summary>The learned key, [1, 1, embedDim].</summary>
    [Parameter(1, 1, nameof(embedDim), When = nameof(addBiasKv))]
    public partial Tensor<T>? BiasK { get; set; } = addBiasKv ? Init.XavierNormal<T>(1, 1, embedDim) : null;

    /// <summary>The learned value, [1, 1, embedDim].</summary>
    [Parameter(1, 1, nameof(embedDim), When = nameof(addBiasKv))]
    public partial Tensor<T>? BiasV { get; set; } = addBiasKv ? Init.XavierNormal<T>(1, 1, embedDim) : null;

    /// <summary>The size of queries and results.</summary>
    public int EmbedDim => OutProj.InFeatures;

    /// <summary>Attends.</summary>
    /// <param name="query">[l, batch, embedDim], [batch, l, embedDim] with batchFirst, or one sequence [l, embedDim].</param>
    /// <param name="key">[s, batch, kdim], or as <paramref name="query"/>.</param>
    /// <param name="value">[s, batch, vdim], or as <paramref name="query"/>.</param>
    /// <param name="keyPaddingMask">Hides keys of a sequence, [batch, s] or [s].</param>
    /// <param name="needWeights">Whether the weights of the attention are returned.</param>
    /// <param name="attnMask">Hides keys from queries, [l, s] or [batch · heads, l, s].</param>
    /// <param name="averageAttnWeights">Whether the weights are averaged over the heads.</param>
    /// <returns>
    /// What was attended, in the query's shape, and the weights [batch, l, s], or [batch, heads, l, s] without the average; <see langword="null"/> unless they
    /// were asked for.
    /// </returns>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    [Signature("q..., k..., v..., p...?, m...? -> attended(q, k, v, p, m, embedDim, numHeads, batchFirst), weights...")]
    public (Tensor<T> AttnOutput, Tensor<T>? AttnWeights) Forward(
        Tensor<T> query, Tensor<T> key, Tensor<T> value, AttentionMask<T> keyPaddingMask = default, bool needWeights = true,
        AttentionMask<T> attnMask = default, bool averageAttnWeights = true)
    {
        var isBatched = AttentionShapes.CheckInputs(query, key, value, EmbedDim);
        var (q, k, v) = Project(LengthFirst(query, isBatched), LengthFirst(key, isBatched), LengthFirst(value, isBatched));
        var (length, batch) = (q.Shape[0], q.Shape[1]);
        var mask = AttentionShapes.MergeMasks(attnMask, keyPaddingMask, batch, NumHeads, length, k.Shape[0], isBatched);
        if (BiasK is not null && BiasV is not null)
        {
            (k, v) = (Tensor.Cat([k, BiasK.Repeat(1, batch, 1)]), Tensor.Cat([v, BiasV.Repeat(1, batch, 1)]));
            mask = mask?.Pad([0, 1]);
        }

        (q, k, v) = (SplitHeads(q), SplitHeads(k), SplitHeads(v));
        if (AddZeroAttn)
        {
            var zeros = k.NewZeros(k.Shape[0], 1, k.Shape[2]);
            (k, v) = (Tensor.Cat([k, zeros], 1), Tensor.Cat([v, zeros], 1));
            mask = mask?.Pad([0, 1]);
        }

        var scores = (q / Math.Sqrt(q.Shape[2])).Bmm(k.Transpose(1, 2));
        var weights = (mask is null ? scores : scores + mask).Softmax(-1);
        if (Training && Dropout > 0)
            weights = weights.Dropout(Dropout);
        var output = OutProj.Forward(weights.Bmm(v).Transpose(0, 1).Reshape(length, batch, EmbedDim));
        output = !isBatched ? output.Squeeze(1) : BatchFirst ? output.Transpose(0, 1) : output;
        return (output, needWeights ? Shown(weights, batch, isBatched, averageAttnWeights) : null);
    }

    private Tensor<T> LengthFirst(Tensor<T> x, bool isBatched) => !isBatched ? x.Unsqueeze(1) : BatchFirst ? x.Transpose(0, 1) : x;

    private (Tensor<T> Q, Tensor<T> K, Tensor<T> V) Project(Tensor<T> query, Tensor<T> key, Tensor<T> value)
    {
        if (InProjWeight is null)
        {
            var offsets = InProjBias?.Chunk(3);
            return (Tensor.Linear(query, QProjWeight!, offsets?[0]), Tensor.Linear(key, KProjWeight!, offsets?[1]), Tensor.Linear(value, VProjWeight!, offsets?[2]));
        }

        var weights = InProjWeight.Chunk(3);
        var biases = InProjBias?.Chunk(3);
        return (Tensor.Linear(query, weights[0], biases?[0]), Tensor.Linear(key, weights[1], biases?[1]), Tensor.Linear(value, weights[2], biases?[2]));
    }

    private Tensor<T> SplitHeads(Tensor<T> x) => x.Reshape(x.Shape[0], x.Shape[1] * NumHeads, EmbedDim / NumHeads).Transpose(0, 1);

    private Tensor<T> Shown(Tensor<T> weights, int batch, bool isBatched, bool average)
    {
        weights = weights.Reshape(batch, NumHeads, weights.Shape[1], weights.Shape[2]);
        weights = average ? weights.Mean(1) : weights;
        return isBatched ? weights : weights.Squeeze(0);
    }
}

/// <summary>Attention of floats in several subspaces at once (PyTorch's <c>nn.MultiheadAttention</c>).</summary>
/// <inheritdoc cref="MultiheadAttention{T}"/>
public class MultiheadAttention(
    int embedDim, int numHeads, double dropout = 0, bool bias = true, bool addBiasKv = false, bool addZeroAttn = false, int? kdim = null, int? vdim = null, bool batchFirst = false)
    : MultiheadAttention<float>(embedDim, numHeads, dropout, bias, addBiasKv, addZeroAttn, kdim, vdim, batchFirst);
