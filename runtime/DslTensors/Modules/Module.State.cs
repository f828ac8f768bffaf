namespace DslTensors;

public abstract partial class Module
{
    // PyTorch's limit is Python's, on the depth of calls.
    private const int DeepestNesting = 1000;

    /// <summary>
    /// The parameters and persistent buffers of this module and all below it under PyTorch's names (<c>fc1.weight</c>). The tensors
    /// share their memory with the model; one that is used twice stands under both names.
    /// </summary>
    public StateDict StateDict()
    {
        var state = new StateDict();
        foreach (var (key, tensor) in PersistentTensors(""))
            state[key] = tensor.DetachUntyped();
        return state;
    }

    /// <summary>Copies values into the parameters and persistent buffers, which stay the same tensors.</summary>
    /// <param name="stateDict">Tensors by name; element types are converted.</param>
    /// <param name="strict">Whether missing and unexpected names are errors.</param>
    /// <returns>The names that the model has and <paramref name="stateDict"/> lacks, and the other way round.</returns>
    /// <exception cref="StateDictException">Names are missing or unexpected, or shapes differ; nothing has been changed.</exception>
    public (IReadOnlyList<string> MissingKeys, IReadOnlyList<string> UnexpectedKeys) LoadStateDict(IReadOnlyDictionary<string, Tensor> stateDict, bool strict = true)
    {
        var targets = PersistentTensors("").ToList();
        var loading = new StateDictLoading(TypeName(), targets, stateDict);
        loading.ThrowIfImpossible(strict);
        foreach (var (key, target) in targets)
        {
            if (stateDict.TryGetValue(key, out var source))
                target.CopyValuesFrom(source);
        }

        return (loading.MissingKeys, loading.UnexpectedKeys);
    }

    // Unlike Parameters(), a tensor or module that is used twice comes twice: each of its names must be found when loading.
    private IEnumerable<(string Key, Tensor Value)> PersistentTensors(string path, int depth = 0)
    {
        if (depth > DeepestNesting)
            throw NestedInItself();
        foreach (var (key, parameter) in OwnAndRegisteredParameters())
            yield return (Join(path, key), parameter);

        foreach (var (key, buffer, isPersistent) in OwnAndRegisteredBuffers())
        {
            if (isPersistent)
                yield return (Join(path, key), buffer);
        }

        foreach (var (key, child) in OwnChildren())
        {
            if (child is null)
                continue;
            foreach (var entry in child.PersistentTensors(Join(path, key), depth + 1))
                yield return entry;
        }
    }
}
