using System.IO.Compression;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Serialization;

/// <summary>Random damage to files of <c>torch.save</c>: they load or are refused, and never anything else.</summary>
public sealed class PyTorchFileFuzzTests : IDisposable
{
    /// <summary>Above what objects of such small files take; far below what a believed wrong size would.</summary>
    private const long AllocationLimit = 4 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutations_load_or_are_refused()
    {
        var count = Nightly.IsOn ? 200_000 : 2_000;
        byte[][] sound = [File.ReadAllBytes(ReferenceFile.PathOf("models/odd.pt")), File.ReadAllBytes(ReferenceFile.PathOf("models/mlp.pt"))];
        var (loaded, refused) = (0, 0);
        for (var seed = 0; seed < count; seed++)
        {
            var random = new System.Random(seed);
            var file = sound[seed % sound.Length];
            file = random.Next(2) == 0 ? Damaged(file, random) : Repacked(file, random);
            var path = _folder.File("mutated.pt", file);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Checkpoint.Load(path);
                loaded++;
            }
            catch (StateDictException)
            {
                refused++;
            }
            catch (Exception exception)
            {
                Assert.Fail($"mutation {seed} ({Convert.ToBase64String(file)}): {exception}");
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < AllocationLimit, $"mutation {seed} ({Convert.ToBase64String(file)}) allocated {allocated} bytes for a file of {file.Length}");
        }

        // Both must happen, or the mutations test nothing.
        Assert.True(loaded > count / 100 && refused > count / 4, $"{loaded} loaded, {refused} refused");
    }

    private static byte[] Damaged(byte[] file, System.Random random)
    {
        byte[] damaged = [.. file];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
        return random.Next(8) == 0 ? damaged[..random.Next(damaged.Length)] : damaged;
    }

    // A sound archive around a damaged description: its checksum would otherwise stop the machine from seeing most of them.
    private static byte[] Repacked(byte[] file, System.Random random)
    {
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file)))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = new MemoryStream();
                using (var source = entry.Open())
                    source.CopyTo(content);
                var bytes = content.ToArray();
                if (entry.Name == "data.pkl")
                    bytes = Mutated(bytes, random);
                using var target = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                target.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Mutated(byte[] program, System.Random random)
    {
        List<byte> mutated = [.. program];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(4))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 12), mutated.Count - at));
                    mutated.Add((byte)'.');
                    break;
                case 2:
                    mutated.InsertRange(at, program.AsSpan(random.Next(program.Length - 12), 12).ToArray());
                    break;
                default:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. mutated];
    }
}
