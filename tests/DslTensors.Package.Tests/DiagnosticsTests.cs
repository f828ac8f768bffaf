namespace DslTensors.Package.Tests;

/// <summary>The rules and the code fixes in a real project that knows the library as a package only.</summary>
[Collection(nameof(PackedLibrary))]
public sealed class DiagnosticsTests(PackedLibrary library)
{
    [Fact]
    public void Mistakes_of_all_families_are_reported_where_they_are_and_dotnet_format_mends_what_can_be_mended()
    {
        var project = new ConsumerProject(library, "mistakes");
        project.Write(".editorconfig", MistakenPrograms.EditorConfig);

        project.Write("Program.cs", MistakenPrograms.All.Text);
        MistakenPrograms.All.AssertSaid(project.Build().Expect(1).Output);

        project.Write("Program.cs", MistakenPrograms.Fixable);
        project.Format(MistakenPrograms.FixableIds).Expect(0);
        var mended = project.Read("Program.cs");
        Assert.All(MistakenPrograms.FixedLines, line => Assert.Contains(line, mended));
        Assert.Empty(MarkedProgram.IdsIn(project.Build().Expect(0).Output));
        Assert.Contains("True", project.Run().Expect(0).Output);
    }
}
