using ILGPU.Algorithms;

namespace DslTensors.Devices.Random;

/// <summary>
/// The counter-based generator Philox 4x32 with ten rounds (Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3): any number of a sequence
/// without those before it, so that each thread makes its own.
/// </summary>
internal struct Philox
{
    public uint X0;
    public uint X1;
    public uint X2;
    public uint X3;

    /// <summary>The block of four numbers of a seed at a place.</summary>
    public static Philox At(ulong seed, uint place)
    {
        var (x0, x1, x2, x3) = (place, 0u, 0u, 0u);
        var (key0, key1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < 10; round++)
        {
            var (product0, product1) = (0xD2511F53ul * x0, 0xCD9E8D57ul * x2);
            (x0, x2) = ((uint)(product1 >> 32) ^ x1 ^ key0, (uint)(product0 >> 32) ^ x3 ^ key1);
            (x1, x3) = ((uint)product1, (uint)product0);
            key0 += 0x9E3779B9u;
            key1 += 0xBB67AE85u;
        }

        Philox block;
        (block.X0, block.X1, block.X2, block.X3) = (x0, x1, x2, x3);
        return block;
    }

    /// <summary>A number in [0, 1) of 24 bits.</summary>
    public static float Uniform(uint bits) => (bits >> 8) * 5.9604644775390625e-8f;

    /// <summary>A normal number from two words (Box and Muller).</summary>
    public static float Normal(uint first, uint second) =>
        XMath.Sqrt(-2f * XMath.Log(((first >> 8) + 1) * 5.9604644775390625e-8f)) * XMath.Cos(6.283185307179586f * Uniform(second));
}
