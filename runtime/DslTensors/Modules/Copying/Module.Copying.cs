using System.ComponentModel;
using System.Numerics;

namespace DslTensors;

public abstract partial class Module
{
    /// <summary>
    /// Called on a copy when <c>Clone()</c> or <c>To&lt;T&gt;()</c> has filled it. Tensors and modules are new; any other member refers to what
    /// the original refers to. Override this to copy such a member too.
    /// </summary>
    /// <param name="original">The module that this one is a copy of.</param>
    protected virtual void OnCopied(Module original)
    {
    }

    /// <summary>Replaces the members of this copy, which are still those of the original; generated.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void CopyMembers(ModuleCopier copier)
    {
    }

    /// <summary>An empty module of the same class with other elements; <see langword="null"/> where there is none; generated.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual Module? CreateConverted<TTo>()
        where TTo : unmanaged, IFloatingPointIeee754<TTo> => null;

    /// <summary>Fills what <see cref="CreateConverted"/> has returned; generated.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void ConvertInto<TTo>(Module target, ModuleCopier copier)
        where TTo : unmanaged, IFloatingPointIeee754<TTo>
    {
    }

    internal Module CopyWith(ModuleCopier copier)
    {
        var copy = Shell();
        copier.NoteCopy(this, copy);
        copy._registeredParameters = Each(_registeredParameters, copier.CopyTensor);
        copy._registeredBuffers = Each(_registeredBuffers, buffer => (copier.CopyTensor(buffer.Value), buffer.IsPersistent));
        copy._hooks = _hooks?.Copy();
        copy.CopyMembers(copier);
        copy.CheckSeparateFrom(this);
        copy.OnCopied(this);
        return copy;
    }

    internal Module ConvertWith<TTo>(Module target, ModuleCopier copier)
        where TTo : unmanaged, IFloatingPointIeee754<TTo>
    {
        copier.NoteConversion(this, target);
        target._registeredParameters = Each(_registeredParameters, copier.ConvertTensor<TTo>);
        target._registeredBuffers = Each(_registeredBuffers, buffer => (copier.ConvertTensor<TTo>(buffer.Value), buffer.IsPersistent));
        target._hooks = _hooks?.CopyUntyped();
        target.Training = Training;
        ConvertInto<TTo>(target, copier);
        target.OnCopied(this);
        return target;
    }

    internal Module? CreateFor<TTo>()
        where TTo : unmanaged, IFloatingPointIeee754<TTo> => CreateConverted<TTo>();

    /// <summary>This object again, with references to the same members.</summary>
    internal Module Shell() => (Module)MemberwiseClone();

    private protected static OrderedDictionary<string, TValue> Each<TValue>(OrderedDictionary<string, TValue> members, Func<TValue, TValue> copy) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, copy(member.Value))));

    // A class that lists its members by hand must copy them by hand too; sharing them unnoticed would train the original with the copy.
    private void CheckSeparateFrom(Module original)
    {
        var shared = Members(this).Zip(Members(original)).Where(static pair => ReferenceEquals(pair.First.Value, pair.Second.Value) && pair.First.Value is Tensor or Module).ToList();
        if (shared.Count > 0)
        {
            throw new TensorException(
                $"{TypeName()} can't be cloned: it lists '{shared[0].First.Key}' without copying it. Mark the class [Module] and let the generator list its members, or override CopyMembers.");
        }
    }

    private static IEnumerable<(string Key, object? Value)> Members(Module module) => module.OwnParameters().Select(static member => (member.Key, (object?)member.Value))
        .Concat(module.OwnBuffers().Select(static member => (member.Key, (object?)member.Value)))
        .Concat(module.OwnChildren().Select(static member => (member.Key, (object?)member.Value)));
}
