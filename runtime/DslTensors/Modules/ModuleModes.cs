namespace DslTensors;

/// <summary>What can be called on a module in a chain, and returns it as what it is: <c>var model = new DigitNet().Eval();</c></summary>
public static class ModuleModes
{
    extension<TModule>(TModule module)
        where TModule : Module
    {
        /// <summary>Puts the module and all below it into training mode, or with <see langword="false"/> into evaluation mode (PyTorch's <c>train</c>).</summary>
        public TModule Train(bool mode = true)
        {
            module.SetTraining(mode);
            return module;
        }

        /// <summary>Puts the module and all below it into evaluation mode (PyTorch's <c>eval</c>).</summary>
        public TModule Eval() => module.Train(false);

        /// <summary>Trains or freezes all parameters (PyTorch's <c>requires_grad_</c>).</summary>
        public TModule RequiresGrad(bool requiresGrad = true)
        {
            foreach (var parameter in module.Parameters())
                parameter.RequiresGrad = requiresGrad;
            return module;
        }

        /// <summary>Calls <paramref name="action"/> on every module below and last on the module itself (PyTorch's <c>apply</c>).</summary>
        public TModule Apply(Action<Module> action)
        {
            foreach (var child in module.Children())
                child.Apply(action);
            action(module);
            return module;
        }
    }
}
