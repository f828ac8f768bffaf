using System.Globalization;
using System.Text;

namespace DslTensors;

/// <summary>Writes the table of a summary.</summary>
internal static class SummaryTable
{
    private const int Gap = 2;

    public static string Of(Module module, IReadOnlyDictionary<Module, string> outputs, string? input)
    {
        var rows = new List<(string Layer, string Output, string Parameters)>();
        Collect(rows, module, "", 0, outputs, []);
        var layerWidth = Math.Max("Layer".Length, rows.Max(static row => row.Layer.Length)) + Gap;
        var outputWidth = outputs.Count == 0 ? 0 : Math.Max("Output".Length, rows.Max(static row => row.Output.Length)) + Gap;
        var countWidth = Math.Max("Parameters".Length, rows.Max(static row => row.Parameters.Length));
        var rule = new string('-', layerWidth + outputWidth + countWidth);

        var text = new StringBuilder();
        void Line(string layer, string output, string count) =>
            text.Append(layer.PadRight(layerWidth)).Append(outputWidth == 0 ? "" : output.PadRight(outputWidth)).Append(count.PadLeft(countWidth)).Append('\n');
        Line("Layer", "Output", "Parameters");
        text.Append(rule).Append('\n');
        foreach (var (layer, output, count) in rows)
            Line(layer, output, count);
        text.Append(rule).Append('\n');
        Totals(text, module, input);
        return text.ToString();
    }

    private static void Totals(StringBuilder text, Module module, string? input)
    {
        var parameters = module.Parameters().ToList();
        var trained = parameters.Where(static parameter => parameter.RequiresGrad).Sum(static parameter => parameter.Count);
        var all = parameters.Sum(static parameter => parameter.Count);
        var bytes = parameters.Concat(module.Buffers()).Sum(static tensor => tensor.Count * tensor.DType.Size());
        if (input is not null)
            text.Append(CultureInfo.InvariantCulture, $"Input: {input}\n");
        text.Append(CultureInfo.InvariantCulture, $"Parameters: {Number(all)}, of which trained: {Number(trained)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Memory of parameters and buffers: {Number(bytes)} bytes\n");
    }

    private static void Collect(
        List<(string Layer, string Output, string Parameters)> rows, Module module, string name, int depth, IReadOnlyDictionary<Module, string> outputs, HashSet<Tensor> counted)
    {
        var children = module.NamedChildren().ToList();
        var own = module.OwnParameterCount(counted);
        rows.Add((
            $"{new string(' ', 2 * depth)}{(name.Length == 0 ? "" : $"{name}: ")}{module.TypeName()}",
            outputs.GetValueOrDefault(module, "-"),
            own == 0 ? "-" : Number(own)));
        foreach (var (key, child) in children)
            Collect(rows, child, key, depth + 1, outputs, counted);
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
