namespace DslTensors;

/// <summary>Copies of modules.</summary>
public static class ModuleCopies
{
    extension<TModule>(TModule module)
        where TModule : Module
    {
        /// <summary>
        /// A deep copy (PyTorch's <c>copy.deepcopy(module)</c>): new parameters, buffers and modules with the same values, modes and hooks. What is
        /// tied in the original is tied in the copy. Gradients are not copied; members that are neither tensors nor modules are shared, unless the
        /// class overrides <c>OnCopied</c>.
        /// </summary>
        /// <exception cref="AutogradException">A member holds the result of a recorded operator.</exception>
        public TModule Clone() => new ModuleCopier().CopyModule(module);
    }
}
