namespace DslTensors.Package.Tests;

[Collection(nameof(PackedLibrary))]
public sealed class OperatorPackageTests(PackedLibrary library)
{
    [Fact]
    public void Operators_from_a_users_package_are_checked_fused_and_differentiated_like_the_librarys_own()
    {
        var operators = new ConsumerProject(library, "operators", OperatorPackage.Properties);
        operators.Write("Operators.cs", OperatorPackage.Operators);
        operators.Pack().Expect(0);

        var program = new ConsumerProject(library, "third", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", OperatorPackage.Id);
        program.Write("Program.cs", OperatorPackage.ProgramWithMistakes.Text);
        var errors = program.Build().Expect(1).Output;
        OperatorPackage.ProgramWithMistakes.AssertSaid(errors);
        Assert.Contains("error DSLT2001: expected 4 numbers but got 3", errors);
        Assert.Contains("'input' [4, 3] (line 4)", errors);
        Assert.Contains("scale_rows has kept 'numbers' for its gradient", errors);

        program.Write("Program.cs", OperatorPackage.Program);
        program.Build().Expect(0);
        var output = program.Run().Expect(0).Output;
        Assert.Contains("largest deviation below 1e-12: True", output);
        Assert.Contains("4 steps", output);
    }
}
