using System.Diagnostics;

namespace DslTensors.Tests.Serialization;

/// <summary>A process that is killed at any moment of saving leaves the old file or the new one, and nothing that grows.</summary>
[Collection(nameof(Alone))]
public sealed class KilledWhileSavingTests : IDisposable
{
    // The files, the shards of a save before and of one that was cut off, and the temporary file of the latter.
    private const int MostFiles = 3 + (2 * SavingProgram.Tensors) + 1;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_file_is_complete_after_each_kill()
    {
        var random = new System.Random(1);
        var (kills, cutOff) = (Nightly.IsOn ? 200 : 12, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            SaveAndKill(TimeSpan.FromMilliseconds(random.NextDouble() * 60));
            foreach (var file in SavingProgram.Files)
            {
                var dict = StateDict.Load(_folder.File(file));
                Assert.Equal(SavingProgram.Tensors, dict.Count);
                var value = dict["t0"].As<float>()[0, 0].Item();
                Assert.All(dict.Values, tensor => Assert.All(tensor.As<float>().ToArray(), element => Assert.Equal(value, element)));
            }

            var left = Directory.GetFiles(_folder.Path);
            Assert.True(left.Length <= MostFiles, $"{left.Length} files after {kill + 1} kills: {string.Join(", ", left.Select(Path.GetFileName))}");
            cutOff += left.Any(path => path.EndsWith(".tmp")) ? 1 : 0;
        }

        // Some kills must come in the middle of a save, or this tests nothing.
        Assert.True(cutOff > kills / 20, $"{cutOff} of {kills} kills left a temporary file");
        foreach (var file in SavingProgram.Files)
            new StateDict { ["x"] = Tensor.Ones(2) }.Save(_folder.File(file));
        Assert.Equal(["a.safetensors", "b.pt", "c.safetensors.index.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Where(name => name!.Count('-') == 0).Order());
        Assert.Equal(SavingProgram.Files.Length + 1, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void Temporary_files_of_living_processes_and_of_others_stay()
    {
        var path = _folder.File("x.safetensors");
        string[] others = [$"x.safetensors.{Environment.ProcessId + 1}.tmp", "x.safetensors.notes.tmp", $"y.safetensors.1.{Guid.NewGuid():N}.tmp", "x.tmp", $"x.safetensors.1.{Guid.NewGuid():N}.tmp"];
        foreach (var other in others)
            _folder.File(other, [1]);
        var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        ended.WaitForExit();
        _folder.File($"x.safetensors.{ended.Id}.{Guid.NewGuid():N}.tmp", [1]);
        _folder.File($"x.safetensors.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp", [1]);

        new StateDict { ["x"] = Tensor.Ones(2) }.Save(path);
        Assert.Equal(others.Append("x.safetensors").Order(StringComparer.Ordinal), Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private void SaveAndKill(TimeSpan after)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(SavingProgram).Assembly.Location, _folder.Path]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            Assert.Equal(SavingProgram.Ready, process.StandardOutput.ReadLine());
            Thread.Sleep(after);
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
