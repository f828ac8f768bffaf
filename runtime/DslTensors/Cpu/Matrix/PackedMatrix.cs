using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

/// <summary>A right matrix that several products share, packed once.</summary>
internal readonly struct PackedMatrix<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly MatrixView<T> _matrix;
    private readonly T[]? _packed;

    public PackedMatrix(MatrixView<T> matrix)
    {
        _matrix = matrix;
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            return;
        if (Vector512.IsHardwareAccelerated)
            PanelProduct<Lane512<T>, T>.Pack(matrix, _packed = ArrayPool<T>.Shared.Rent(PanelProduct<Lane512<T>, T>.PackedLength(matrix)));
        else if (Vector256.IsHardwareAccelerated)
            PanelProduct<Lane256<T>, T>.Pack(matrix, _packed = ArrayPool<T>.Shared.Rent(PanelProduct<Lane256<T>, T>.PackedLength(matrix)));
        else if (Vector128.IsHardwareAccelerated)
            PanelProduct<Lane128<T>, T>.Pack(matrix, _packed = ArrayPool<T>.Shared.Rent(PanelProduct<Lane128<T>, T>.PackedLength(matrix)));
    }

    /// <summary>Fills <paramref name="result"/> with the product of <paramref name="left"/> and this matrix.</summary>
    public void Multiply(MatrixView<T> left, MatrixView<T> result)
    {
        if (_packed is null || left.Columns == 0)
            MatrixProduct.Run(left, _matrix, result);
        else if (Vector512.IsHardwareAccelerated)
            PanelProduct<Lane512<T>, T>.RunPacked(left, _packed, result, tileRows: 8);
        else if (Vector256.IsHardwareAccelerated)
            PanelProduct<Lane256<T>, T>.RunPacked(left, _packed, result, tileRows: 4);
        else
            PanelProduct<Lane128<T>, T>.RunPacked(left, _packed, result, tileRows: 4);
    }

    /// <summary>Gives the memory back.</summary>
    public void Return()
    {
        if (_packed is not null)
            ArrayPool<T>.Shared.Return(_packed);
    }
}
