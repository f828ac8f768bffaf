using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace DslTensors.Tests.Operators;

/// <summary>The list of all operators as the code has them: one row for each public form, by the folder of its declaration.</summary>
internal static class OperatorPage
{
    private const string Opening = """
        # Operators

        Written from the declarations in this folder by a test, which fails when they differ and renews this page when it runs with
        `DSLTENSORS_WRITE_PAGES=1`. Each operator is static on `Tensor` and a method of its first tensor. *Shapes* is the signature that run time and compiler check. *Gradient* names the inputs that have
        one, and what is saved for it: writing to that in place before backward is an error.

        """;

    public static string Folder { get; } = Path.Combine(RepositoryRoot, "runtime", "DslTensors", "Operators");

    private static string RepositoryRoot
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "DslTensors.sln")))
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"no DslTensors.sln above {AppContext.BaseDirectory}");
            return folder;
        }
    }

    public static string Write()
    {
        var sources = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (Path: path, Text: File.ReadAllText(path))).ToList();
        var rows = Operators().DistinctBy(found => (found.Signature.Declaration, Call(found.Method))).Select(found => (File: FileOf(found.Method, found.Signature, sources), Row: found))
            .GroupBy(row => Path.GetFileName(Path.GetDirectoryName(row.File))!)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        var page = new StringBuilder(Opening);
        foreach (var group in rows)
        {
            page.Append($"\n## {group.Key}\n\n| PyTorch | here | shapes | gradient | in place |\n| --- | --- | --- | --- | --- |\n");
            foreach (var (file, (method, signature)) in group.OrderBy(row => row.Row.Signature.Name, StringComparer.Ordinal).ThenBy(row => Call(row.Row.Method), StringComparer.Ordinal))
            {
                var link = $"[`{Call(method)}`]({group.Key}/{Path.GetFileName(file)})";
                page.Append($"| `{signature.Name}` | {link} | `{signature.Signature}` | {Gradient(signature)} | {(HasInPlace(method) ? "yes" : "")} |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(MethodInfo Method, OperatorSignatureAttribute Signature)> Operators() =>
        from method in typeof(TensorOperators).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let signature = method.GetCustomAttribute<OperatorSignatureAttribute>()
        where signature is not null && !method.Name.StartsWith("op_", StringComparison.Ordinal) && !TakesNumberForTensor(method, signature) && !IsFormForFloat(method)
        select (method, signature);

    // a.Add(2) is the same operator as a.Add(b).
    private static bool TakesNumberForTensor(MethodInfo method, OperatorSignatureAttribute signature) =>
        signature.Signature.Split("->")[0].Split(',').Length > Parameters(method).Count(parameter => IsTensor(parameter.ParameterType));

    private static bool IsFormForFloat(MethodInfo method) => !method.IsGenericMethod && typeof(TensorOperators).GetMethods()
        .Any(other => other.IsGenericMethod && other.Name == method.Name && Parameters(other).Select(parameter => parameter.Name).SequenceEqual(Parameters(method).Select(parameter => parameter.Name))
            && !Parameters(method).Any(parameter => IsTensor(parameter.ParameterType)));

    private static IEnumerable<ParameterInfo> Parameters(MethodInfo method) => method.GetParameters().Where(parameter => parameter.Name != "destination" || parameter.ParameterType == typeof(Dims));

    private static bool IsTensor(Type type) =>
        type.IsAssignableTo(typeof(Tensor)) || (type.IsGenericType && type.GetGenericArguments().Any(IsTensor)) || (type.IsArray && IsTensor(type.GetElementType()!));

    private static string Call(MethodInfo method) =>
        $"{method.Name}{(IsCreation(method) ? "<T>" : "")}({string.Join(", ", Parameters(method).Select(parameter => parameter.HasDefaultValue ? parameter.Name + "?" : parameter.Name))})";

    private static bool IsCreation(MethodInfo method) => method.IsGenericMethod && !Parameters(method).Any(parameter => IsTensor(parameter.ParameterType));

    private static string Gradient(OperatorSignatureAttribute signature)
    {
        if (signature.Differentiable.Length == 0)
            return signature.Declaration is { } type && HasComposition(type) ? "of its parts" : "";
        var saved = signature.Saved.Length == 0 ? "nothing" : string.Join(", ", signature.Saved);
        return $"{string.Join(", ", signature.Differentiable)}; saves {saved}";
    }

    private static bool HasComposition(Type type) => type.GetCustomAttribute<TensorOpAttribute>() is { NonDifferentiable: false } && type.GetMethod("Compose", BindingFlags.Static | BindingFlags.NonPublic) is not null;

    private static bool HasInPlace(MethodInfo method) => typeof(TensorMethods).GetMethods().Any(other => other.Name == method.Name + "InPlace");

    private static string FileOf(MethodInfo method, OperatorSignatureAttribute signature, List<(string Path, string Text)> sources)
    {
        var type = signature.Declaration!.Name;
        var candidates = sources.Where(source => Regex.IsMatch(source.Text, $@"class {type}\b")).ToList();
        var own = candidates.Where(source => Regex.IsMatch(source.Text, $@"static \w+ {method.Name}\(")).Concat(candidates).First();
        return own.Path;
    }
}
