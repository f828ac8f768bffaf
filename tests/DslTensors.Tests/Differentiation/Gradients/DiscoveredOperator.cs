using System.Reflection;

namespace DslTensors.Tests.Differentiation.Gradients;

/// <summary>A public form of an operator, found by its attribute and not by a list.</summary>
/// <param name="Method">The static form.</param>
/// <param name="Signature">What the generator says of it.</param>
public sealed record DiscoveredOperator(MethodInfo Method, OperatorSignatureAttribute Signature)
{
    // By name: the tests' own operators are members of a class of the same name.
    private static readonly Type s_operators = typeof(Tensor).Assembly.GetType("DslTensors.TensorOperators", throwOnError: true)!;

    /// <summary>The form in words: overloads of one name differ in their parameters.</summary>
    public string Id => $"{Method.Name}({string.Join(", ", Parameters.Select(parameter => Name(parameter.ParameterType)))})";

    /// <summary>What the user passes, without the destination.</summary>
    public IEnumerable<ParameterInfo> Parameters => Method.GetParameters().Where(parameter => parameter.Name != "destination" || !parameter.ParameterType.IsAssignableTo(typeof(Tensor)));

    /// <summary>Whether a number stands for a tensor; the form that takes the tensor is another one.</summary>
    public bool TakesScalar => Parameters.Any(parameter => parameter.ParameterType == typeof(Scalar));

    public static IReadOnlyList<DiscoveredOperator> All { get; } =
    [
        .. from method in s_operators.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let signature = method.GetCustomAttribute<OperatorSignatureAttribute>()
           where signature is not null && !method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal)
           where method.IsGenericMethodDefinition || !HasGenericForm(method)
           select new DiscoveredOperator(OfDouble(method), signature),
    ];

    // Creation functions have a form for float beside the generic one.
    private static bool HasGenericForm(MethodInfo method) => s_operators.GetMethods()
        .Any(other => other.IsGenericMethodDefinition && other.Name == method.Name && other.GetParameters().Length == method.GetParameters().Length);

    private static MethodInfo OfDouble(MethodInfo method) =>
        method.IsGenericMethodDefinition ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(double))]) : method;

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
