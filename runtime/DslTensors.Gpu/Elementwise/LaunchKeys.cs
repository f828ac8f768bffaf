namespace DslTensors.Devices.Elementwise;

/// <summary>Stands for a kernel's loop over contiguous operands.</summary>
internal static class DenseKey<TKernel>;

/// <summary>Stands for a kernel's loop over operands of any strides.</summary>
internal static class StridedKey<TKernel>;

/// <summary>Stands for the part of a kernel's work that many threads share.</summary>
internal static class PartKey<TKernel>;

/// <summary>Stands for the joining of what threads have shared.</summary>
internal static class JoinKey<TKernel>;

/// <summary>Stands for the last step of a kernel.</summary>
internal static class FinishKey<TKernel>;

/// <summary>Stands for a kernel that shares memory between threads.</summary>
internal static class SharedKey<TKernel>;
