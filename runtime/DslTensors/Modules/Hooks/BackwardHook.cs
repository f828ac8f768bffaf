namespace DslTensors;

/// <summary>What sees the gradients that enter and leave a module in backward.</summary>
internal interface IBackwardHook
{
    /// <summary>Starts to watch one call of the module.</summary>
    IBackwardWatch Watch(Module module);
}

/// <summary>One call of a module that is watched.</summary>
internal interface IBackwardWatch
{
    /// <summary>The input as the module gets it.</summary>
    object Input(object input);

    /// <summary>The output as the caller gets it.</summary>
    object Output(object output);
}

/// <summary>A hook of a module that takes and returns one tensor.</summary>
internal sealed class BackwardHook<T>(Func<Module, Tensor<T>?, Tensor<T>, Tensor<T>?> hook) : IBackwardHook
    where T : unmanaged
{
    public IBackwardWatch Watch(Module module) => new OneCall(module, hook);

    // Views stand between the module and the rest of the graph, so that only the gradients of this call pass.
    private sealed class OneCall(Module module, Func<Module, Tensor<T>?, Tensor<T>, Tensor<T>?> hook) : IBackwardWatch
    {
        private bool _hasInput;
        private Tensor<T>? _outgoing;

        public object Input(object input)
        {
            if (input is not Tensor<T> { RequiresGrad: true } tensor || !Autograd.IsGradEnabled)
                return input;
            _hasInput = true;
            var seen = tensor.View(tensor.Shape.ToArray());
            seen.RegisterHook((Tensor<T> gradient) => hook(module, gradient, _outgoing!));
            return seen;
        }

        public object Output(object output)
        {
            if (output is not Tensor<T> { RequiresGrad: true } tensor || !Autograd.IsGradEnabled)
                return output;
            var seen = tensor.View(tensor.Shape.ToArray());
            seen.RegisterHook((Tensor<T> gradient) =>
            {
                _outgoing = gradient;
                if (!_hasInput)
                    hook(module, null, gradient);
            });
            return seen;
        }
    }
}
