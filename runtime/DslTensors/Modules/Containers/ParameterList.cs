using System.Collections;
using System.Globalization;
using System.Numerics;

namespace DslTensors;

/// <summary>
/// Parameters in a row under the keys <c>0</c>, <c>1</c>, ... (PyTorch's <c>nn.ParameterList</c>); it can be written as a collection:
/// <c>ParameterList&lt;float&gt; Scales { get; } = [Init.Ones(8), Init.Ones(16)];</c>
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public class ParameterList<T> : Module, IReadOnlyList<Tensor<T>>
    where T : unmanaged
{
    private List<Tensor<T>> _parameters = [];

    /// <summary>An empty list.</summary>
    public ParameterList()
    {
    }

    /// <summary>A list of tensors, which require gradients from here on.</summary>
    /// <exception cref="AutogradException">One of them is the result of a recorded operator, or holds integers.</exception>
    public ParameterList(IEnumerable<Tensor<T>> parameters)
    {
        foreach (var parameter in parameters)
            Add(parameter);
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _parameters.Count;

    /// <summary>The parameter of an index.</summary>
    /// <exception cref="AutogradException">It is set to the result of a recorded operator.</exception>
    public Tensor<T> this[int index]
    {
        get => _parameters[index];
        set => _parameters[index] = AsParameter(value, index.ToString(CultureInfo.InvariantCulture)) ?? throw NotATensor();
    }

    /// <summary>Appends a tensor, which requires gradients from here on.</summary>
    /// <exception cref="AutogradException">It is the result of a recorded operator, or holds integers.</exception>
    public void Add(Tensor<T> parameter) => _parameters.Add(AsParameter(parameter, Count.ToString(CultureInfo.InvariantCulture)) ?? throw NotATensor());

    /// <summary>A list of parameters with other elements and the same values.</summary>
    public ParameterList<TTo> To<TTo>()
        where TTo : unmanaged, IFloatingPointIeee754<TTo> => ModuleCopier.Convert<ParameterList<TTo>, TTo>(this);

    /// <inheritdoc/>
    public IEnumerator<Tensor<T>> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override IEnumerable<(string Key, Tensor? Value)> OwnParameters() =>
        _parameters.Select(static (parameter, index) => (index.ToString(CultureInfo.InvariantCulture), (Tensor?)parameter));

    /// <inheritdoc/>
    protected override string ExtraRepr() => ParameterText.Of(OwnParameters());

    /// <inheritdoc/>
    protected override void CopyMembers(ModuleCopier copier)
    {
        base.CopyMembers(copier);
        _parameters = _parameters.ConvertAll(copier.CopyTensor)!;
    }

    /// <inheritdoc/>
    protected override Module? CreateConverted<TTo>() => new ParameterList<TTo>();

    /// <inheritdoc/>
    protected override void ConvertInto<TTo>(Module target, ModuleCopier copier)
    {
        base.ConvertInto<TTo>(target, copier);
        ((ParameterList<TTo>)target)._parameters = _parameters.ConvertAll(copier.ConvertElements<TTo>)!;
    }

    private static TensorException NotATensor() => new("cannot assign 'NoneType' object to a parameter of a list. A list holds tensors only; leave the entry out.");
}
