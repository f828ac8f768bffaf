namespace DslTensors.Package.Tests;

[Collection(nameof(PackedLibrary))]
public sealed class PackageTests(PackedLibrary library)
{
    [Fact]
    public void One_package_holds_library_generator_analyzers_and_code_fixes()
    {
        Assert.Equal(
            ["README.md", "analyzers/dotnet/cs/DslTensors.Analyzers.dll", "analyzers/dotnet/cs/DslTensors.CodeFixes.dll", "analyzers/dotnet/cs/DslTensors.Generator.dll", "lib/net10.0/DslTensors.dll", "lib/net10.0/DslTensors.xml"],
            library.Files.Where(file => file.EndsWith(".dll") || file.EndsWith(".xml") && file[0] != '[' || file.EndsWith(".md")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_names_what_it_depends_on() => Assert.Equal(["System.Numerics.Tensors"], library.Dependencies);

    [Fact]
    public void In_a_fresh_project_a_mistake_is_reported_and_the_corrected_program_trains()
    {
        var project = new ConsumerProject(library, "jit", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        project.Write("Program.cs", ConsumerProgram.WithMistake);
        string errors = project.Build().Expect(1).Output;
        Assert.Contains("Program.cs(6,", errors);
        Assert.Contains("error DSLT2001", errors);

        project.Write("Program.cs", ConsumerProgram.Correct);
        project.Build().Expect(0);
        ConsumerProgram.AssertOutput(project.Run().Expect(0).Output);
    }

    [Fact]
    public void The_readme_shows_a_program_that_runs_and_what_the_compiler_really_says()
    {
        var project = new ConsumerProject(library, "readme", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        project.Write("Program.cs", Readme.Mistake);
        Assert.Contains(Readme.CompilerOutput, project.Build().Expect(1).Output);

        project.Write("Program.cs", Readme.Example);
        project.Build().Expect(0);
        project.Run().Expect(0);
    }

    [NativeCompilerFact]
    public void Published_as_native_code_the_program_trains_without_warnings()
    {
        var project = new ConsumerProject(library, "aot", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><PublishAot>true</PublishAot>");

        project.Write("Program.cs", ConsumerProgram.Correct);
        project.Publish().Expect(0);
        ConsumerProgram.AssertOutput(project.RunPublished().Expect(0).Output);
    }
}
