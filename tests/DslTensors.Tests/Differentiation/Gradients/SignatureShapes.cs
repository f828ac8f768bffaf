namespace DslTensors.Tests.Differentiation.Gradients;

/// <summary>Small shapes that fit a signature: each name a size of its own, <c>...</c> a shape that broadcasts.</summary>
internal static class SignatureShapes
{
    private static readonly int[] s_sizes = [2, 3, 4, 5];

    public static List<int[]> Of(string signature)
    {
        var inputs = signature[..signature.IndexOf("->", StringComparison.Ordinal)];
        var names = new List<string>();
        var shapes = new List<int[]>();
        foreach (var text in inputs.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var input = text.TrimEnd('?');
            var sizes = new List<int>();
            foreach (var dim in input.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (dim == "...")
                    sizes.AddRange(sizes.Count == 0 && input == "..." ? (shapes.Count == 0 ? [2, 3] : [3]) : []);
                else if (dim.EndsWith("...", StringComparison.Ordinal))
                    sizes.AddRange(2, 3);
                else
                    sizes.Add(int.TryParse(dim, out var literal) ? literal : SizeOf(dim, names));
            }

            shapes.Add([.. sizes]);
        }

        return shapes;
    }

    private static int SizeOf(string name, List<string> names)
    {
        if (!names.Contains(name))
            names.Add(name);
        return s_sizes[names.IndexOf(name) % s_sizes.Length];
    }
}
