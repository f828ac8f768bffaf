namespace DslTensors;

/// <summary>A device's memory in bytes (PyTorch's <c>torch.cuda.memory_allocated()</c> and its neighbours).</summary>
/// <param name="Total">What the device has.</param>
/// <param name="InUse">What living tensors hold.</param>
/// <param name="Cached">What is kept for the next tensors without holding one.</param>
/// <param name="Peak">The most that tensors have held at once.</param>
/// <param name="Allocations">How many tensors have been given memory.</param>
/// <param name="Reused">How many of them were given memory that was kept.</param>
public readonly record struct DeviceMemory(long Total, long InUse, long Cached, long Peak, long Allocations, long Reused);
