using System.Buffers.Binary;
using System.Text;

namespace Benchmarks.Peer;

/// <summary>
/// The peer's library is linked against GCC 13's C++ runtime, of which it uses nothing but a marker: one version and one symbol that is
/// never called. Marking both as weak lets it load where the runtime is older.
/// </summary>
internal static class OlderLinux
{
    private const string Version = "GLIBCXX_3.4.32";
    private const string Symbol = "_ZSt21ios_base_library_initv";
    private const uint DynamicSymbols = 11;
    private const uint NeededVersions = 0x6FFFFFFE;
    private const int Weak = 2;

    /// <summary>Changes the library beside this program, once.</summary>
    public static void Prepare()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return;
        foreach (var path in Directory.EnumerateFiles(AppContext.BaseDirectory, "libLibTorchSharp.so", SearchOption.AllDirectories))
        {
            var file = File.ReadAllBytes(path);
            if (!Weaken(file))
                continue;
            // Not in place: another process may have it mapped.
            File.WriteAllBytes(path + ".new", file);
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    private static bool Weaken(Span<byte> file)
    {
        var sections = (int)BinaryPrimitives.ReadUInt64LittleEndian(file[0x28..]);
        var size = BinaryPrimitives.ReadUInt16LittleEndian(file[0x3A..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file[0x3C..]);
        var changed = false;
        for (var i = 0; i < count; i++)
        {
            var section = new Section(file[(sections + (i * size))..]);
            if (section.Kind is not (DynamicSymbols or NeededVersions))
                continue;
            var names = new Section(file[(sections + (section.Link * size))..]).Offset;
            changed |= section.Kind == DynamicSymbols ? WeakenSymbol(file, section, names) : WeakenVersion(file, section, names);
        }

        return changed;
    }

    private static bool WeakenSymbol(Span<byte> file, Section section, int names)
    {
        const int EntrySize = 24;
        for (var at = section.Offset; at < section.Offset + section.Size; at += EntrySize)
        {
            if (NameAt(file, names + (int)BinaryPrimitives.ReadUInt32LittleEndian(file[at..])) != Symbol || file[at + 4] >> 4 == Weak)
                continue;
            file[at + 4] = (byte)((Weak << 4) | (file[at + 4] & 15));
            return true;
        }

        return false;
    }

    private static bool WeakenVersion(Span<byte> file, Section section, int names)
    {
        var changed = false;
        var library = section.Offset;
        for (var i = 0; i < section.Info; i++)
        {
            var entry = library + (int)BinaryPrimitives.ReadUInt32LittleEndian(file[(library + 8)..]);
            for (var left = BinaryPrimitives.ReadUInt16LittleEndian(file[(library + 2)..]); left > 0; left--)
            {
                var flags = BinaryPrimitives.ReadUInt16LittleEndian(file[(entry + 4)..]);
                if (NameAt(file, names + (int)BinaryPrimitives.ReadUInt32LittleEndian(file[(entry + 8)..])) == Version && (flags & Weak) == 0)
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(file[(entry + 4)..], (ushort)(flags | Weak));
                    changed = true;
                }

                entry += (int)BinaryPrimitives.ReadUInt32LittleEndian(file[(entry + 12)..]);
            }

            library += (int)BinaryPrimitives.ReadUInt32LittleEndian(file[(library + 12)..]);
        }

        return changed;
    }

    private static string NameAt(ReadOnlySpan<byte> file, int at) => Encoding.ASCII.GetString(file.Slice(at, file[at..].IndexOf((byte)0)));

    /// <summary>A line of the table of sections.</summary>
    private readonly ref struct Section(ReadOnlySpan<byte> header)
    {
        private readonly ReadOnlySpan<byte> _header = header;

        public uint Kind => BinaryPrimitives.ReadUInt32LittleEndian(_header[4..]);

        public int Offset => (int)BinaryPrimitives.ReadUInt64LittleEndian(_header[24..]);

        public int Size => (int)BinaryPrimitives.ReadUInt64LittleEndian(_header[32..]);

        public int Link => (int)BinaryPrimitives.ReadUInt32LittleEndian(_header[40..]);

        public int Info => (int)BinaryPrimitives.ReadUInt32LittleEndian(_header[44..]);
    }
}
