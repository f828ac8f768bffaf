namespace DslTensors.Tests.Operators;

public class OperatorPageTests
{
    private static readonly string s_path = Path.Combine(OperatorPage.Folder, "README.md");

    [Fact]
    public void The_list_of_operators_is_that_of_the_code()
    {
        var page = OperatorPage.Write();
        if (Environment.GetEnvironmentVariable("DSLTENSORS_WRITE_PAGES") == "1")
            File.WriteAllText(s_path, page);
        Assert.True(
            File.ReadAllText(s_path).ReplaceLineEndings("\n") == page,
            "runtime/DslTensors/Operators/README.md is not that of the code: run this test with DSLTENSORS_WRITE_PAGES=1 and commit what it has written.");
    }
}
