namespace DslTensors.Package.Tests;

/// <summary>All tests share one packed library: packing, and unpacking for the first project, take longer than most of them.</summary>
[CollectionDefinition(nameof(PackedLibrary))]
public sealed class PackedLibraryCollection : ICollectionFixture<PackedLibrary>;
