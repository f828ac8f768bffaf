namespace DslTensors;

/// <summary>An optimizer whose step is one pass over the memory of each parameter: the base of those in this library.</summary>
public abstract class FusedOptimizer : Optimizer
{
    private readonly OptimizedParameter?[] _optimized;

    private protected FusedOptimizer(IEnumerable<Tensor> parameters, double lr)
        : base(parameters, lr) => _optimized = [.. Parameters.Select(OptimizedParameter.Of)];

    /// <inheritdoc/>
    /// <exception cref="TensorException">A parameter with a gradient is not of real numbers.</exception>
    public sealed override void Step()
    {
        for (var i = 0; i < _optimized.Length; i++)
        {
            var parameter = Parameters[i];
            if (parameter.Grad is null)
                continue;
            var optimized = _optimized[i] ?? throw new TensorException(
                $"{GetType().Name} changes parameters of real numbers, and parameter {i} of shape {parameter.Shape} is {parameter.DType}. " +
                "Convert it to float.");
            optimized.Steps++;
            optimized.Update(this);
            parameter.BumpVersion();
        }
    }

    /// <summary>Changes one parameter.</summary>
    internal abstract void Update<T>(OptimizedParameter<T> parameter)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;
}
