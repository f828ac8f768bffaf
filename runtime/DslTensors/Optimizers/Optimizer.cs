namespace DslTensors;

/// <summary>
/// Changes parameters by their gradients (PyTorch's <c>torch.optim.Optimizer</c>). An optimizer of one's own overrides
/// <see cref="Step()"/>; it works inside <c>using (Autograd.NoGrad())</c>.
/// </summary>
public abstract partial class Optimizer
{
    private readonly List<ParameterGroup> _groups = [];
    private readonly List<Tensor> _parameters = [];
    private readonly HashSet<Tensor> _known = new(ReferenceEqualityComparer.Instance);
    private readonly ParameterGroup _defaults;

    /// <summary>Takes the parameters to train, usually <c>model.Parameters()</c>, as one group.</summary>
    /// <param name="parameters">Leaves; those without a gradient are passed over in a step.</param>
    /// <param name="lr">The learning rate.</param>
    /// <exception cref="TensorException">There are no parameters, one stands there twice or is no leaf, or the rate is negative.</exception>
    protected Optimizer(IEnumerable<Tensor> parameters, double lr)
        : this(parameters is null ? throw new ArgumentNullException(nameof(parameters)) : [new ParameterGroup(parameters)], new ParameterGroup([]) { Lr = lr })
    {
    }

    /// <summary>Takes the parameters to train in groups.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="defaults">A group without parameters: the options of those groups that don't set them.</param>
    /// <exception cref="TensorException">There are no parameters, one stands there twice or is no leaf, or an option is out of range.</exception>
    protected Optimizer(IEnumerable<ParameterGroup> groups, ParameterGroup defaults)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(defaults);
        _defaults = defaults;
        defaults.Join(this, null);
        foreach (var group in groups)
            AddParameterGroup(group);
        if (_groups.Count == 0 || (_groups.Count == 1 && _parameters.Count == 0))
            throw new TensorException("optimizer got an empty parameter list. Give it model.Parameters() of a module that has parameters.");
    }

    /// <summary>The groups of parameters, with their options.</summary>
    public IReadOnlyList<ParameterGroup> Groups => _groups;

    /// <summary>The parameters of all groups, in order.</summary>
    public IReadOnlyList<Tensor> Parameters => _parameters;

    /// <summary>The learning rate of the first group. Setting it sets that of all groups.</summary>
    /// <exception cref="TensorException">The rate is negative or not a number.</exception>
    public double Lr
    {
        get => _groups[0].Lr;
        set
        {
            OptimizerOption.NotNegative("learning rate", value);
            foreach (var group in _groups)
                group.Lr = value;
        }
    }

    private protected ParameterGroup DefaultOptions => _defaults;

    /// <summary>
    /// Takes more parameters to train (PyTorch's <c>add_param_group</c>), for example those of layers that were frozen until now. Options
    /// that the group does not set are those that the optimizer was made with.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <exception cref="TensorException">A parameter is here already or no leaf, an option is out of range, or the group is that of another optimizer.</exception>
    public void AddParameterGroup(ParameterGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        CheckGroup(group);
        group.Join(this, _defaults);
        _groups.Add(group);
        _parameters.AddRange(group.Tensors);
        _known.UnionWith(group.Tensors);
        OnAdded(group);
    }

    /// <summary>Sets the gradients of all parameters to <see langword="null"/>, so that the next backward starts from nothing.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in _parameters)
            parameter.Grad = null;
    }

    /// <summary>Changes every parameter that has a gradient.</summary>
    public abstract void Step();

    /// <summary>Computes the loss, and then changes every parameter that has a gradient.</summary>
    /// <typeparam name="TLoss">The type of the loss.</typeparam>
    /// <param name="closure">Sets the gradients to null, computes the loss, calls Backward on it and returns it.</param>
    /// <returns>The loss that <paramref name="closure"/> returned.</returns>
    public TLoss Step<TLoss>(Func<TLoss> closure)
        where TLoss : Tensor
    {
        ArgumentNullException.ThrowIfNull(closure);
        TLoss loss;
        using (Autograd.EnableGrad())
            loss = closure();
        Step();
        return loss;
    }

    private protected virtual void OnAdded(ParameterGroup group)
    {
    }

    private protected virtual void CheckGroup(ParameterGroup group)
    {
        if (group.Owner is not null)
            throw new TensorException("The parameter group is that of an optimizer already. Make a new one with the same parameters.");
        var own = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in group.Tensors)
        {
            if (!parameter.IsLeaf)
            {
                throw new TensorException(
                    $"can't optimize a non-leaf Tensor: the one of shape {parameter.Shape} is the result of an operator. " +
                    "Give the tensors it is computed from, or Detach() it.");
            }

            if (!own.Add(parameter))
            {
                throw new TensorException(
                    "optimizer contains a parameter group with duplicate parameters: " +
                    $"the one of shape {parameter.Shape} would be changed twice in each step. Use Distinct().");
            }

            if (_known.Contains(parameter))
            {
                throw new TensorException(
                    "some parameters appear in more than one parameter group: " +
                    $"the one of shape {parameter.Shape} would be changed twice in each step. Leave it out of all but one.");
            }
        }
    }
}
