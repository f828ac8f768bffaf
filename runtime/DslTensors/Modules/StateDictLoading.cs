namespace DslTensors;

/// <summary>Compares a state dict with a model before anything is copied, so that all that is wrong is said at once.</summary>
internal sealed class StateDictLoading
{
    private readonly string _model;
    private readonly List<string> _mismatches = [];

    public StateDictLoading(string model, IReadOnlyList<(string Key, Tensor Value)> targets, IReadOnlyDictionary<string, Tensor> source)
    {
        _model = model;
        var known = targets.Select(static target => target.Key).ToHashSet();
        MissingKeys = [.. known.Where(key => !source.ContainsKey(key))];
        UnexpectedKeys = [.. source.Keys.Where(key => !known.Contains(key))];
        foreach (var (key, target) in targets)
        {
            if (source.TryGetValue(key, out var tensor))
                CheckCopy(key, tensor, target);
        }
    }

    public IReadOnlyList<string> MissingKeys { get; }

    public IReadOnlyList<string> UnexpectedKeys { get; }

    public void ThrowIfImpossible(bool strict)
    {
        var errors = new List<string>();
        if (strict && MissingKeys.Count > 0)
            errors.Add($"Missing key(s) in state_dict: {Quote(MissingKeys)}. ");
        if (strict && UnexpectedKeys.Count > 0)
            errors.Add($"Unexpected key(s) in state_dict: {Quote(UnexpectedKeys)}. ");
        var hasWrongKeys = errors.Count > 0;
        errors.AddRange(_mismatches);
        if (errors.Count == 0)
            return;
        var fix = hasWrongKeys ? "\n\tTo load only the keys that both have, use LoadStateDict(stateDict, strict: false)." : "";
        throw new StateDictException($"Error(s) in loading state_dict for {_model}:\n\t{string.Join("\n\t", errors)}{fix}");
    }

    private void CheckCopy(string key, Tensor source, Tensor target)
    {
        if (source.Shape != target.Shape)
            _mismatches.Add($"size mismatch for {key}: copying a param with shape {source.Shape} from checkpoint, the shape in current model is {target.Shape}.");
        else if (target.Layout.HasInternalOverlap)
            _mismatches.Add($"While copying the parameter named \"{key}\": more than one element of it refers to a single memory location. Give the model a Clone() of the expanded tensor.");
    }

    private static string Quote(IReadOnlyList<string> keys) => string.Join(", ", keys.Select(static key => $"\"{key}\""));
}
