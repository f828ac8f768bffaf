using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// The 32-bit Mersenne Twister of Matsumoto and Nishimura (MT19937, 2002 initialization), seeded with the low 32 bits of a seed as
/// PyTorch's <c>at::mt19937</c> is.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Distance = 397;

    private readonly uint[] _state = new uint[Length];
    private int _next;

    public MersenneTwister(long seed) => Seed(seed);

    public void Seed(long seed)
    {
        _state[0] = unchecked((uint)seed);
        for (var i = 1; i < Length; i++)
            _state[i] = unchecked((1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i);
        _next = Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Next()
    {
        if (_next == Length)
            Advance();
        var bits = _state[_next++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >> 18);
    }

    /// <summary>Two draws; the first is the upper half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next64()
    {
        var high = Next();
        return ((ulong)high << 32) | Next();
    }

    private void Advance()
    {
        var state = _state;
        for (var i = 0; i < Length - Distance; i++)
            state[i] = state[i + Distance] ^ Twist(state[i], state[i + 1]);
        for (var i = Length - Distance; i < Length - 1; i++)
            state[i] = state[i + Distance - Length] ^ Twist(state[i], state[i + 1]);
        state[Length - 1] = state[Distance - 1] ^ Twist(state[Length - 1], state[0]);
        _next = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Twist(uint upper, uint lower) =>
        (((upper & 0x80000000) | (lower & 0x7fffffff)) >> 1) ^ ((0u - (lower & 1)) & 0x9908b0df);
}
