namespace DslTensors;

/// <summary>An optimizer of this library, with the options that its groups have.</summary>
/// <typeparam name="TGroup">The type of the groups.</typeparam>
public abstract class FusedOptimizer<TGroup> : FusedOptimizer
    where TGroup : ParameterGroup
{
    private protected FusedOptimizer(IEnumerable<TGroup> groups, TGroup defaults)
        : base(groups, defaults) => Groups = new TypedGroups(base.Groups);

    /// <summary>The groups of parameters, with their options, which may be changed between steps: <c>optimizer.Groups[0].Lr = 1e-4</c>.</summary>
    public new IReadOnlyList<TGroup> Groups { get; }

    /// <summary>The options that the optimizer was made with: those of groups that don't set them.</summary>
    public TGroup Defaults => (TGroup)DefaultOptions;

    /// <inheritdoc cref="Optimizer.AddParameterGroup"/>
    public void AddParameterGroup(TGroup group) => base.AddParameterGroup(group);

    private protected override void CheckGroup(ParameterGroup group)
    {
        if (group is not TGroup)
            throw new TensorException($"{GetType().Name} takes groups of type {typeof(TGroup).Name}, not {group.GetType().Name}.");
        base.CheckGroup(group);
    }

    private sealed class TypedGroups(IReadOnlyList<ParameterGroup> groups) : IReadOnlyList<TGroup>
    {
        public int Count => groups.Count;

        public TGroup this[int index] => (TGroup)groups[index];

        public IEnumerator<TGroup> GetEnumerator() => groups.Cast<TGroup>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
