using System.Numerics;
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
    private readonly uint[] _output = new uint[Length];
    private int _next;

    public MersenneTwister(long seed) => Seed(seed);

    public void Seed(long seed)
    {
        _state[0] = unchecked((uint)seed);
        for (var i = 1; i < Length; i++)
            _state[i] = unchecked((1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i);
        _next = Length;
    }

    /// <summary>Where the stream stands.</summary>
    public (uint[] Words, int Next) State
    {
        get => ([.. _state], _next);
        set
        {
            value.Words.CopyTo(_state, 0);
            Temper(_state, _output);
            _next = value.Next;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Next()
    {
        if (_next == Length)
            Advance();
        return _output[_next++];
    }

    /// <summary>Two draws; the first is the upper half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next64()
    {
        var high = Next();
        return ((ulong)high << 32) | Next();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance()
    {
        Twist(0, Length - Distance, Distance);
        Twist(Length - Distance, Length - 1, Distance - Length);
        _state[^1] = _state[Distance - 1] ^ Mix(_state[^1], _state[0]);
        Temper(_state, _output);
        _next = 0;
    }

    /// <summary>Words from <paramref name="start"/> on: vectors are safe, as no word depends on another one less than 227 before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Twist(int start, int end, int distance)
    {
        var state = _state;
        var i = start;
        for (; i <= end - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var mixed = new Vector<uint>(state, i + distance) ^ Mix(new Vector<uint>(state, i), new Vector<uint>(state, i + 1));
            mixed.CopyTo(state, i);
        }

        for (; i < end; i++)
            state[i] = state[i + distance] ^ Mix(state[i], state[i + 1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Temper(uint[] state, uint[] output)
    {
        var i = 0;
        for (; i <= Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var bits = new Vector<uint>(state, i);
            bits ^= bits >>> 11;
            bits ^= (bits << 7) & new Vector<uint>(0x9d2c5680);
            bits ^= (bits << 15) & new Vector<uint>(0xefc60000);
            (bits ^ (bits >>> 18)).CopyTo(output, i);
        }

        for (; i < Length; i++)
        {
            var bits = state[i];
            bits ^= bits >> 11;
            bits ^= (bits << 7) & 0x9d2c5680;
            bits ^= (bits << 15) & 0xefc60000;
            output[i] = bits ^ (bits >> 18);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint upper, uint lower) =>
        (((upper & 0x80000000) | (lower & 0x7fffffff)) >> 1) ^ ((0u - (lower & 1)) & 0x9908b0df);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Mix(Vector<uint> upper, Vector<uint> lower) =>
        (((upper & new Vector<uint>(0x80000000)) | (lower & new Vector<uint>(0x7fffffff))) >>> 1)
        ^ ((Vector<uint>.Zero - (lower & Vector<uint>.One)) & new Vector<uint>(0x9908b0df));
}
