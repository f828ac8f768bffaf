using System.Buffers.Binary;
using System.Text;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Serialization;

/// <summary>Random damage to sound files: they load or are refused, and never anything else.</summary>
public sealed class SafetensorsFuzzTests : IDisposable
{
    /// <summary>Above what objects of such small files take; far below what a believed wrong size would.</summary>
    private const long AllocationLimit = 4 << 20;

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "0", "1e9", "0.5", "1", "8", "4294967296", "9223372036854775807",
        "18446744073709551616", "\"F64\"", "\"U8\"", "\"BOOL\"", "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\":{},", "[0,0]", " ", "\0", "é",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutations_load_or_are_refused()
    {
        var count = Environment.GetEnvironmentVariable("DSLTENSORS_NIGHTLY") == "1" ? 200_000 : 2_000;
        byte[][] sound = [File.ReadAllBytes(ReferenceFile.PathOf("models/odd.safetensors")), File.ReadAllBytes(ReferenceFile.PathOf("models/mlp.safetensors"))];
        var (loaded, refused) = (0, 0);
        for (var seed = 0; seed < count; seed++)
        {
            var random = new System.Random(seed);
            var file = sound[seed % sound.Length];
            for (var mutation = random.Next(1, 4); mutation > 0; mutation--)
                file = Mutate(file, random);
            var path = _folder.File("mutated", file);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                StateDict.Load(path);
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

    private static byte[] Mutate(byte[] file, System.Random random)
    {
        if (file.Length < 16)
            return file;
        var headerEnd = (int)Math.Clamp(8 + BinaryPrimitives.ReadInt64LittleEndian(file), 9, file.Length);
        var (inHeader, anywhere) = (random.Next(8, headerEnd), random.Next(file.Length));
        var length = random.Next(1, 16);
        switch (random.Next(8))
        {
            case 0:
                return Changed(file, anywhere, (byte)(file[anywhere] ^ (1 << random.Next(8))));
            case 1:
                return Changed(file, inHeader, (byte)random.Next(256));
            case 2:
                return Changed(file, random.Next(8), (byte)random.Next(256));
            case 3:
                return file[..anywhere];
            case 4:
                return [.. file, .. new byte[length]];
            case 5:
                return Spliced(file, inHeader, Math.Min(length, headerEnd - inHeader), []);
            case 6:
                var copied = random.Next(8, headerEnd);
                return Spliced(file, inHeader, 0, file[copied..Math.Min(copied + (length * 8), headerEnd)]);
            default:
                return Spliced(file, inHeader, random.Next(0, Math.Min(6, headerEnd - inHeader)), Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
        }
    }

    private static byte[] Changed(byte[] file, int index, byte value)
    {
        var changed = (byte[])file.Clone();
        changed[index] = value;
        return changed;
    }

    /// <summary>Replaces a part of the header and lets the announced length follow, so that the parser sees the change.</summary>
    private static byte[] Spliced(byte[] file, int start, int removed, byte[] inserted)
    {
        byte[] spliced = [.. file[..start], .. inserted, .. file[(start + removed)..]];
        BinaryPrimitives.WriteInt64LittleEndian(spliced, BinaryPrimitives.ReadInt64LittleEndian(file) + inserted.Length - removed);
        return spliced;
    }
}
