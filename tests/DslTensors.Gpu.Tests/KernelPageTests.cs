using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using DslTensors.Devices;

namespace DslTensors.Tests.Gpu;

/// <summary>The page of the package lists what has no kernel. DSLTENSORS_WRITE_PAGES=1 writes it.</summary>
public class KernelPageTests
{
    private const string Heading = "## Operators without a kernel";

    // Steps that only the processor takes at once.
    private static readonly string[] s_fused =
    [
        "AttendedValues", "AttendedValuesGradient", "ChannelAffine", "ClassLoss", "ClassLossGradient", "LinearBiasGradient", "LinearWeightGradient", "LstmSequence",
        "LstmSequenceGradient", "NormalizedChannels", "NormalizedChannelsGradient", "NormalizedChannelsWeight", "NormalizedRows", "NormalizedRowsGradient",
        "NormalizedRowsWeight", "SoftmaxGradient",
    ];

    [Fact]
    public void The_page_lists_the_operators_without_a_kernel()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "../../runtime/DslTensors.Gpu/README.md");
        var page = File.ReadAllText(path);
        var at = page.IndexOf(Heading, StringComparison.Ordinal);
        var text = (at < 0 ? page : page[..at]).TrimEnd() + "\n\n" + Table();
        if (Environment.GetEnvironmentVariable("DSLTENSORS_WRITE_PAGES") is not null)
            File.WriteAllText(path, text);
        else
            Assert.Equal(text, page);
    }

    private static string Table()
    {
        var known = KernelTable.Known.ToHashSet();
        var all = typeof(Tensor).Assembly.GetTypes().Where(static type => type.Name == "DeviceKernel").ToList();
        var missing = all.Where(type => !known.Contains(type)).Select(static type => type.DeclaringType!).Where(static type => !s_fused.Contains(type.Name)).ToList();
        var text = new StringBuilder();
        text.Append($"{Heading}\n\n{known.Count} of {all.Count} structured operators have a kernel of their own; elementwise operators, views and what is composed of others need none, and {s_fused.Length} are single steps of the processor, for which a device runs the operators that they are made of. ");
        text.Append("The following have none: they throw a `DeviceException` that names them. Move their inputs with `x.Cpu()`. By folder of `runtime/DslTensors/Operators`:\n\n| folder | operators |\n| --- | --- |\n");
        foreach (var folder in missing.GroupBy(Folder).OrderBy(static group => group.Key, StringComparer.Ordinal))
            text.Append($"| {folder.Key} | {string.Join(", ", folder.Select(static type => type.Name).Order(StringComparer.Ordinal))} |\n");
        return text.ToString();
    }

    private static string Folder(Type type)
    {
        var operators = Path.Combine(Path.GetDirectoryName(Here())!, "../../runtime/DslTensors/Operators");
        var declaration = $"partial class {type.Name}\n";
        var file = Directory.EnumerateFiles(operators, "*.cs", SearchOption.AllDirectories).First(file => (File.ReadAllText(file) + "\n").Contains(declaration, StringComparison.Ordinal));
        return Path.GetFileName(Path.GetDirectoryName(file)!);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
