namespace DslTensors;

/// <summary>
/// The body of an <see cref="ElementwiseAttribute"/> function of the class, as text: other elementwise functions, also in other libraries,
/// call the function by taking its body into their own. Generated.
/// </summary>
/// <param name="body">The function's name, parameters and formula.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ElementwiseBodyAttribute(string body) : Attribute
{
    /// <summary>The function's name, parameters and formula.</summary>
    public string Body { get; } = body;
}
