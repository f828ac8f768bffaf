using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace DslTensors.Package.Tests;

/// <summary>The package, packed once from what the solution's build has made, in a folder feed of its own.</summary>
public sealed class PackedLibrary : IDisposable
{
    /// <summary>Like no published version, so that none is taken for it.</summary>
    public const string Version = "0.1.0-packed";

    readonly string _root = Directory.CreateTempSubdirectory("dsltensors-package-").FullName;

    public PackedLibrary() =>
        DotnetCommand.Run(RepositoryRoot, "pack", "runtime/DslTensors/DslTensors.csproj", "--no-build", "-c", Configuration, "-o", Feed, $"-p:PackageVersion={Version}", "-nologo").Expect(0);

    /// <summary>The folder that is the feed.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>Where packages are unpacked: an own folder, as the user's would keep this version for ever.</summary>
    public string GlobalPackages => Path.Combine(_root, "packages");

    /// <summary>The files in the package.</summary>
    public IReadOnlyList<string> Files
    {
        get
        {
            using var package = ZipFile.OpenRead(Path.Combine(Feed, $"DslTensors.{Version}.nupkg"));
            return [.. package.Entries.Select(entry => entry.FullName)];
        }
    }

    /// <summary>The packages that it brings along.</summary>
    public IReadOnlyList<string> Dependencies
    {
        get
        {
            using var package = ZipFile.OpenRead(Path.Combine(Feed, $"DslTensors.{Version}.nupkg"));
            using var specification = package.GetEntry("DslTensors.nuspec")!.Open();
            return [.. XDocument.Load(specification).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value)];
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    internal string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    static string Configuration => typeof(PackedLibrary).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    internal static string RepositoryRoot
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "DslTensors.sln")))
                folder = Path.GetDirectoryName(folder);
            return folder ?? throw new DirectoryNotFoundException($"no DslTensors.sln above {AppContext.BaseDirectory}");
        }
    }
}
