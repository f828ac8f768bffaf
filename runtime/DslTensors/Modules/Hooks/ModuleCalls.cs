using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>Calls of modules with their hooks.</summary>
public static class ModuleCalls
{
    extension<TIn, TOut>(IForward<TIn, TOut> module)
    {
        /// <summary>Runs the module with its hooks: PyTorch's <c>module(input)</c>, where <c>Forward</c> is <c>module.forward(input)</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TOut Call(TIn input) => module is Module { Hooks: { } hooks } owner ? hooks.Run(owner, module, input) : module.Forward(input);

        /// <inheritdoc cref="Module.RegisterForwardPreHook"/>
        public HookHandle RegisterForwardPreHook(Func<Module, TIn, TIn?> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return AsModule(module).HooksToAddTo.AddBefore((owner, input) => hook(owner, (TIn)input!), isTyped: true);
        }

        /// <summary>Calls an action before each call of the module.</summary>
        /// <inheritdoc cref="Module.RegisterForwardPreHook"/>
        public HookHandle RegisterForwardPreHook(Action<Module, TIn> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return AsModule(module).HooksToAddTo.AddBefore((owner, input) =>
            {
                hook(owner, (TIn)input!);
                return null;
            }, isTyped: true);
        }

        /// <inheritdoc cref="Module.RegisterForwardHook"/>
        public HookHandle RegisterForwardHook(Func<Module, TIn, TOut, TOut?> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return AsModule(module).HooksToAddTo.AddAfter((owner, input, output) => hook(owner, (TIn)input!, (TOut)output!), isTyped: true);
        }

        /// <summary>Calls an action after each call of the module.</summary>
        /// <inheritdoc cref="Module.RegisterForwardHook"/>
        public HookHandle RegisterForwardHook(Action<Module, TIn, TOut> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return AsModule(module).HooksToAddTo.AddAfter((owner, input, output) =>
            {
                hook(owner, (TIn)input!, (TOut)output!);
                return null;
            }, isTyped: true);
        }
    }

    extension<T>(IForward<Tensor<T>, Tensor<T>> module)
        where T : unmanaged
    {
        /// <summary>Calls a function with the gradients of each call of the module in backward (PyTorch's <c>register_full_backward_hook</c>).</summary>
        /// <param name="hook">
        /// Gets the module, the gradient of its input (<see langword="null"/> if the input needs none) and that of its output, and returns another
        /// gradient of the input, or <see langword="null"/> to leave it.
        /// </param>
        /// <returns>What removes the hook.</returns>
        public HookHandle RegisterFullBackwardHook(Func<Module, Tensor<T>?, Tensor<T>, Tensor<T>?> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return AsModule(module).HooksToAddTo.AddBackward(new BackwardHook<T>(hook));
        }
    }

    private static Module AsModule(object module) => module as Module
        ?? throw new TensorException($"{module.GetType().Name} is not a Module subclass. Mark the class [Module].");
}
