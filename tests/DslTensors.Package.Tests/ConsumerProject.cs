namespace DslTensors.Package.Tests;

/// <summary>A fresh project outside of the repository that knows the library as a package only; a console program unless its properties say otherwise.</summary>
sealed class ConsumerProject
{
    readonly string _folder;
    readonly string _feed;

    public ConsumerProject(PackedLibrary library, string name, string properties = "", string package = "DslTensors")
    {
        _folder = library.NewFolder(name);
        _feed = library.Feed;
        // No <clear/>: the machine's own sources stay beside the feed, for what the SDK itself downloads.
        Write("nuget.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{library.GlobalPackages}" />
              </config>
              <packageSources>
                <add key="packed" value="{library.Feed}" />
              </packageSources>
            </configuration>
            """);
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{PackedLibrary.Version}" />
              </ItemGroup>
            </Project>
            """);
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    public string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    /// <summary>Applies the code fixes of some rules.</summary>
    public DotnetCommand Format(params string[] ids) => DotnetCommand.Run(_folder, ["format", "analyzers", "Consumer.csproj", "--no-restore", "--severity", "info", "--diagnostics", .. ids]);

    public DotnetCommand Build() => Dotnet("build", "-c", "Release");

    public DotnetCommand Run() => DotnetCommand.Run(_folder, Path.Combine("bin", "Release", "net10.0", "Consumer.dll"));

    public DotnetCommand Publish() => Dotnet("publish", "-c", "Release", "--use-current-runtime", "-o", "published");

    public DotnetCommand RunPublished() =>
        DotnetCommand.Start(_folder, Path.Combine(_folder, "published", OperatingSystem.IsWindows() ? "Consumer.exe" : "Consumer"));

    /// <summary>Packs into the feed that the library's own package lies in.</summary>
    public DotnetCommand Pack() => Dotnet("pack", "-c", "Release", "-o", _feed);

    DotnetCommand Dotnet(params string[] args) => DotnetCommand.Run(_folder, [.. args, "-nologo", "-p:UseSharedCompilation=false"]);
}
