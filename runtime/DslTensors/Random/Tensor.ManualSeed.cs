namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>
    /// Starts the default random numbers again from a seed (PyTorch's <c>torch.manual_seed</c>), so that a program draws the same
    /// values in each run, and the same ones that PyTorch draws.
    /// </summary>
    /// <param name="seed">The seed, of which the low 32 bits count.</param>
    /// <returns><see cref="RandomSource.Default"/>.</returns>
    public static RandomSource ManualSeed(long seed)
    {
        RandomSource.Default.ManualSeed(seed);
        return RandomSource.Default;
    }
}
