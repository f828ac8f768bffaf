using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices;

// Kernels can't throw. One that meets an index out of range leaves word of it, which is read with the next values that come to main memory.
internal sealed partial class GpuBackend
{
    private readonly Lock _faultLock = new();
    private MemoryBuffer1D<int, Stride1D.Dense>? _faults;
    private string? _watched;

    /// <summary>Where a kernel leaves word of an index out of range.</summary>
    public ArrayView<int> Faults(string operation)
    {
        lock (_faultLock)
        {
            if (_faults is null)
            {
                _faults = Accelerator.Allocate1D<int>(1);
                _faults.View.MemSetToZero(Accelerator.DefaultStream);
            }

            _watched = _watched is null || _watched.Contains(operation, StringComparison.Ordinal) ? operation : $"{_watched}, {operation}";
            return _faults.View.BaseView;
        }
    }

    private void ThrowFaults()
    {
        string? operations;
        lock (_faultLock)
        {
            (operations, _watched) = (_watched, null);
            if (operations is null || _faults!.GetAsArray1D(Accelerator.DefaultStream)[0] == 0)
                return;
            _faults!.View.MemSetToZero(Accelerator.DefaultStream);
        }

        throw new DimensionException(
            $"device-side assert triggered: an index was out of bounds on {this}, in one of: {operations}. Run the same on Device.Cpu, where the error names the index.");
    }
}
