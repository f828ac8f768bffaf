namespace DslTensors;

/// <summary>Moves modules between devices.</summary>
public static class ModuleDevices
{
    extension<TModule>(TModule module)
        where TModule : Module
    {
        /// <summary>
        /// Moves all parameters, buffers and gradients to a device (PyTorch's <c>to(device)</c>). They stay the same tensors, so that an optimizer
        /// made before goes on training them.
        /// </summary>
        /// <returns>The module itself.</returns>
        public TModule To(Device device)
        {
            ArgumentNullException.ThrowIfNull(device);
            foreach (var tensor in module.Parameters().Concat(module.Buffers()))
                tensor.MoveTo(device);
            return module;
        }

        /// <summary>Moves all parameters, buffers and gradients to main memory (PyTorch's <c>cpu()</c>).</summary>
        /// <returns>The module itself.</returns>
        public TModule Cpu() => module.To(Device.Cpu);

        /// <summary>Moves all parameters, buffers and gradients to an NVIDIA GPU (PyTorch's <c>cuda()</c>).</summary>
        /// <returns>The module itself.</returns>
        /// <exception cref="DeviceException">No backend for such devices is loaded, or there is no such device.</exception>
        public TModule Cuda(int index = 0) => module.To(Device.Cuda(index));
    }
}
