using System.IO.Compression;
using DslTensors.Tests.Serialization;

namespace DslTensors.Tests.Data;

public sealed class IdxReaderTests : IDisposable
{
    /// <summary>Above what objects of such small files take; far below what a believed wrong size would.</summary>
    private const long AllocationLimit = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_element_type_is_read_plain_and_compressed()
    {
        Check<byte>([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 7, 255], [2, 1], 7, 255);
        Check<sbyte>([0, 0, 9, 1, 0, 0, 0, 2, 7, 255], [2], 7, -1);
        Check<short>([0, 0, 11, 1, 0, 0, 0, 2, 1, 0, 255, 254], [2], 256, -2);
        Check<int>([0, 0, 12, 1, 0, 0, 0, 1, 0, 1, 0, 0], [1], 65536);
        Check<float>([0, 0, 13, 1, 0, 0, 0, 1, 0x3f, 0xc0, 0, 0], [1], 1.5f);
        Check([0, 0, 14, 0, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], [], 1.5);
        Check<byte>([0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 5], [0, 5]);
    }

    [Theory]
    [InlineData(new byte[] { }, "this is no idx file: it has 0 bytes")]
    [InlineData(new byte[] { 1, 0, 8, 1 }, "this is no idx file: it begins with bytes 0x01 0x00")]
    [InlineData(new byte[] { 0, 0, 10, 1, 0, 0, 0, 0 }, "the element type is 0x0a;")]
    [InlineData(new byte[] { 0, 0, 8, 200 }, "the file says that it has 200 dimensions")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 1 }, "the file has 8 bytes, and the sizes of 2 dimensions alone end at byte 12.")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 7 }, "shape [2] of UInt8 makes a file of 10 bytes, and this one has 9. It is cut off.")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 7, 7 }, "shape [1] of UInt8 makes a file of 9 bytes, and this one has 10. Something follows its data.")]
    [InlineData(new byte[] { 0, 0, 8, 1, 255, 255, 255, 255 }, "size 4294967295 in dimension 0 is above 2147483647.")]
    [InlineData(new byte[] { 0, 0, 8, 2, 127, 255, 255, 255, 127, 255, 255, 255 }, "shape [2147483647, 2147483647] has more than 2147483647 elements.")]
    public void Damage_is_named(byte[] file, string message)
    {
        foreach (var path in new[] { _folder.File("plain", file), Packed(file) })
        {
            var exception = Assert.Throws<DataFileException>(() => IdxReader.Read(path));
            Assert.StartsWith($"{path}: {message}", exception.Message);
        }
    }

    [Fact]
    public void Another_element_type_is_refused()
    {
        var path = _folder.File("plain", [0, 0, 8, 1, 0, 0, 0, 1, 7]);
        Assert.StartsWith($"{path}: the elements are UInt8, not Float32.", Assert.Throws<DataFileException>(() => IdxReader.Read<float>(path)).Message);
    }

    [Fact]
    public void Mutations_load_or_are_refused()
    {
        byte[] sound = [0, 0, 11, 2, 0, 0, 0, 2, 0, 0, 0, 3, .. new byte[12]];
        var packed = File.ReadAllBytes(Packed(sound));
        var (loaded, refused) = (0, 0);
        var count = Nightly.IsOn ? 50_000 : 2_000;
        for (var seed = 0; seed < count; seed++)
        {
            var random = new System.Random(seed);
            byte[] file = [.. seed % 2 == 0 ? sound : packed];
            for (var changes = random.Next(1, 3); changes > 0; changes--)
                file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            if (random.Next(6) == 0)
                file = file[..random.Next(file.Length)];
            var path = _folder.File("mutated", file);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                IdxReader.Read(path);
                loaded++;
            }
            catch (DataFileException)
            {
                refused++;
            }

            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < AllocationLimit, $"mutation {seed}");
        }

        Assert.True(loaded > count / 100 && refused > count / 4, $"{loaded} loaded, {refused} refused");
    }

    private void Check<T>(byte[] file, int[] shape, params T[] elements)
        where T : unmanaged
    {
        foreach (var path in new[] { _folder.File("plain", file), Packed(file) })
        {
            var tensor = IdxReader.Read<T>(path);
            Assert.Equal(shape, tensor.Shape.ToArray());
            Assert.Equal(elements, tensor.ToArray());
        }
    }

    private string Packed(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(file);
        return _folder.File("packed.gz", packed.ToArray());
    }
}
