namespace DslTensors;

/// <summary>
/// What computes one output from one input. The generator adds it to every module with exactly one public <c>Forward</c> that
/// takes one argument, so that containers and helpers can call any of them.
/// </summary>
/// <typeparam name="TIn">The input, e.g. <c>Tensor&lt;float&gt;</c>.</typeparam>
/// <typeparam name="TOut">The output.</typeparam>
public interface IForward<in TIn, out TOut>
{
    /// <summary>Computes the output, without hooks; <c>Call</c> runs them.</summary>
    TOut Forward(TIn input);
}
