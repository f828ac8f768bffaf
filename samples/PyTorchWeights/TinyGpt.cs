using DslTensors;

namespace PyTorchWeights;

/// <summary>
/// A GPT with the names and shapes of the Python model whose checkpoint comes with the sample. <c>Wte.Weight</c> is <c>wte.weight</c>
/// in the file, <c>Blocks[0].Ln1.Bias</c> is <c>blocks.0.ln1.bias</c>: nothing has to be mapped by hand.
/// </summary>
[Module]
partial class TinyGpt(int vocabulary, int context, int width, int layers, int heads)
{
    public Embedding Wte { get; } = new(vocabulary, width);

    public Embedding Wpe { get; } = new(context, width);

    public ModuleList<Block> Blocks { get; } = new(layers, _ => new Block(width, heads));

    public LayerNorm LnF { get; } = new(width);

    public Linear Head { get; } = new(width, vocabulary, bias: false);

    /// <summary>The longest sequence that the model can look at.</summary>
    public int Context => Wpe.Weight.Shape[0];

    /// <summary>For each place of each sequence, how likely each token is to come next: logits.</summary>
    [return: Shape("b t vocabulary")]
    public Tensor<float> Forward([Shape("b t")] Tensor<long> tokens)
    {
        var x = Wte.Forward(tokens) + Wpe.Forward(Tensor.Arange<long>(0, tokens.Shape[1]));
        foreach (var block in Blocks)
            x = block.Forward(x);
        return Head.Forward(LnF.Forward(x));
    }
}
