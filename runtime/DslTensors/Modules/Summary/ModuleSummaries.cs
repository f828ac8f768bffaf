namespace DslTensors;

/// <summary>Tables of what a module consists of.</summary>
public static class ModuleSummaries
{
    extension(Module module)
    {
        /// <summary>A table of the modules with their numbers of parameters.</summary>
        /// <returns>The text.</returns>
        public string Summary() => SummaryTable.Of(module, new Dictionary<Module, string>(ReferenceEqualityComparer.Instance), null);
    }

    extension<T, TOut>(IForward<Tensor<T>, TOut> module)
        where T : unmanaged
    {
        /// <summary>
        /// A table of the modules with the shapes that they return for an input of zeros, and their numbers of parameters. The module runs once, in
        /// evaluation mode and without gradients; random numbers and buffers are afterwards what they were.
        /// </summary>
        /// <param name="inputShape">The shape of the input, batch included.</param>
        /// <returns>The text.</returns>
        /// <remarks>The output of a module is known where hooks run; a dash stands where none did, for example since the module is not used.</remarks>
        /// <exception cref="ShapeException">The module can't take an input of this shape.</exception>
        public string Summary(params ReadOnlySpan<int> inputShape) =>
            SummaryRun.Of((Module)module, Shape.Format(inputShape), input => module.Call((Tensor<T>)input), Init.Zeros<T>(inputShape));
    }
}
