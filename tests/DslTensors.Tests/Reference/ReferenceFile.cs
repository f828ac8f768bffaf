using System.Text.Json;

namespace DslTensors.Tests.Reference;

/// <summary>Files of this folder, which lie beside the test assembly.</summary>
public static class ReferenceFile
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Reference", name);

    public static JsonElement ReadJson(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
        return document.RootElement.Clone();
    }
}
