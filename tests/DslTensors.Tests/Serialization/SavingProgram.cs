namespace DslTensors.Tests.Serialization;

/// <summary>Saves state dicts of ever new values into a folder, until it is killed.</summary>
internal static class SavingProgram
{
    /// <summary>The names of the files: one of each way to save.</summary>
    public static readonly string[] Files = ["a.safetensors", "b.pt", "c.safetensors.index.json"];

    /// <summary>What is printed when each file has been saved once.</summary>
    public const string Ready = "ready";

    public const int Tensors = 6;

    private const long ShardSize = 300_000;

    private static int Main(string[] args)
    {
        if (args is not [var folder])
            return 1;
        for (var value = 0f; ; value++)
        {
            var dict = new StateDict();
            for (var i = 0; i < Tensors; i++)
                dict.Add($"t{i}", Tensor.Full([100, 100 * (i + 1)], value));
            foreach (var file in Files)
            {
                var path = Path.Combine(folder, file);
                if (file.EndsWith(".json"))
                    dict.SaveSharded(path, ShardSize);
                else
                    dict.Save(path);
            }

            if (value == 0)
                Console.WriteLine(Ready);
        }
    }
}
