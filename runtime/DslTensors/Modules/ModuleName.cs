namespace DslTensors;

/// <summary>The rule for names in keys of a state dict.</summary>
internal static class ModuleName
{
    /// <summary>The name, if it can stand in a key.</summary>
    /// <param name="kind">What is named: module, parameter or buffer.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="TensorException">It is empty or contains a dot.</exception>
    public static string Check(string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0)
            throw new TensorException($"{kind} name can't be empty string \"\". Give it the name that it shall have in the state dict.");
        if (name.Contains('.'))
            throw new TensorException($"{kind} name can't contain \".\", and this one is \"{name}\". Dots separate modules; register it in the child module.");
        return name;
    }
}
