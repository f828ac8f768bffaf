namespace DslTensors;

/// <summary>
/// Changes parameters by their gradients (PyTorch's <c>torch.optim.Optimizer</c>). An optimizer of one's own overrides
/// <see cref="Step"/>; it works inside <c>using (Autograd.NoGrad())</c>.
/// </summary>
public abstract class Optimizer
{
    private readonly Tensor[] _parameters;

    /// <summary>Takes the parameters to train, usually <c>model.Parameters()</c>.</summary>
    /// <param name="parameters">Leaves; those without a gradient are passed over in a step.</param>
    /// <param name="lr">The learning rate.</param>
    /// <exception cref="TensorException">There are no parameters, one stands there twice or is no leaf, or the rate is negative.</exception>
    protected Optimizer(IEnumerable<Tensor> parameters, double lr)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Lr = lr;
        _parameters = [.. parameters];
        if (_parameters.Length == 0)
            throw new TensorException("optimizer got an empty parameter list. Give it model.Parameters() of a module that has parameters.");
        var known = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in _parameters)
        {
            if (!known.Add(parameter))
            {
                throw new TensorException(
                    "optimizer contains a parameter group with duplicate parameters: " +
                    $"the one of shape {parameter.Shape} would be changed twice in each step. Use Distinct().");
            }

            if (!parameter.IsLeaf)
            {
                throw new TensorException(
                    $"can't optimize a non-leaf Tensor: the one of shape {parameter.Shape} is the result of an operator. " +
                    "Give the tensors it is computed from, or Detach() it.");
            }
        }
    }

    /// <summary>The learning rate. Schedules set it between steps.</summary>
    /// <exception cref="TensorException">The rate is negative or not a number.</exception>
    public double Lr
    {
        get;
        set => field = OptimizerOption.NotNegative("learning rate", value);
    }

    /// <summary>The parameters, in the order given.</summary>
    public IReadOnlyList<Tensor> Parameters => _parameters;

    /// <summary>Sets the gradients of all parameters to <see langword="null"/>, so that the next backward starts from nothing.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in _parameters)
            parameter.Grad = null;
    }

    /// <summary>Changes every parameter that has a gradient.</summary>
    public abstract void Step();
}
