namespace DslTensors;

/// <summary>Multiplies the first rates by a function of the epoch (PyTorch's <c>LambdaLR</c>).</summary>
public sealed class LambdaLr : LrScheduler
{
    private readonly Func<int, double>[] _lambdas;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="lrLambda">From the epoch to the factor.</param>
    public LambdaLr(Optimizer optimizer, Func<int, double> lrLambda)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(lrLambda);
        _lambdas = [.. Enumerable.Repeat(lrLambda, optimizer.Groups.Count)];
        Start();
    }

    /// <summary>Takes the optimizer and the schedules.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="lrLambda">For each group, from the epoch to the factor.</param>
    /// <exception cref="TensorException">There are more or fewer functions than groups.</exception>
    public LambdaLr(Optimizer optimizer, IEnumerable<Func<int, double>> lrLambda)
        : base(optimizer)
    {
        _lambdas = [.. lrLambda];
        if (_lambdas.Length != optimizer.Groups.Count)
            throw new TensorException($"Expected {optimizer.Groups.Count} lr_lambdas, but got {_lambdas.Length}. Give one for each group, or one for all.");
        Start();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group) => BaseLrs[group] * _lambdas[Math.Min(group, _lambdas.Length - 1)](LastEpoch);

    /// <summary>Functions are not saved.</summary>
    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("lr_lambdas", () => _lambdas.Select(_ => (object?)null).ToList(), _ => { });
        base.Fields(fields);
    }
}
