using System.Reflection;
using DslTensors.Analyzers.Flow;
using DslTensors.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Tests;

/// <summary>Descriptors, pages, links, release files and code fixes tell one story.</summary>
public class RuleBookTests
{
    private static readonly DiagnosticAnalyzer[] Analyzers = Instances<DiagnosticAnalyzer>(typeof(TensorFlowAnalyzer).Assembly);

    private static readonly DiagnosticDescriptor[] Rules = [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    [Fact]
    public void Every_id_has_one_rule() => Assert.Equal(Rules.Length, Rules.Select(rule => rule.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_and_links_to_it(string id)
    {
        var rule = Rule(id);
        var page = Resource($"rules/{id}.md");

        Assert.Equal($"https://github.com/dsltensors/dsltensors/blob/main/analyzers/rules/{id}.md", rule.HelpLinkUri);
        Assert.StartsWith($"# {id}: ", page);
        Assert.Contains($"| Category | {rule.Category.Split('.')[1]} |", page);
        Assert.Contains($"| Severity | {rule.DefaultSeverity} |", page);
        Assert.Contains("## Wrong", page);
        Assert.Contains("## Right", page);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_in_a_release_file(string id)
    {
        var rule = Rule(id);
        var line = $"{id} | {rule.Category} | {(rule.IsEnabledByDefault ? $"{rule.DefaultSeverity}" : "Disabled")} | ";

        Assert.Contains(line, Resource("AnalyzerReleases.Shipped.md") + Resource("AnalyzerReleases.Unshipped.md"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_whether_there_is_a_code_fix(string id)
    {
        var isFixed = Instances<CodeFixProvider>(typeof(PartialModuleCodeFix).Assembly).Any(fix => fix.FixableDiagnosticIds.Contains(id));

        Assert.Equal(!isFixed, Resource($"rules/{id}.md").Contains("| Code fix | none |"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_first_digit_is_the_category(string id)
    {
        var category = id[4] switch
        {
            '1' => "DslTensors.Declarations",
            '2' => "DslTensors.Shapes",
            '3' => "DslTensors.Autograd",
            '4' => "DslTensors.Training",
            _ => "none",
        };

        Assert.Equal(category, Rule(id).Category);
    }

    [Fact]
    public void No_page_or_release_line_is_without_a_rule()
    {
        var names = typeof(RuleBookTests).Assembly.GetManifestResourceNames();
        var pages = names.Where(name => name.StartsWith("rules/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
        var releases = (Resource("AnalyzerReleases.Shipped.md") + "\n" + Resource("AnalyzerReleases.Unshipped.md"))
            .Split('\n').Where(line => line.StartsWith("DSLT", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]);

        var ids = Rules.Select(rule => rule.Id).Order();
        Assert.Equal(ids, pages.Order());
        Assert.Equal(ids, releases.Order());
    }

    [Fact]
    public void Every_code_fix_can_fix_all()
    {
        var fixes = Instances<CodeFixProvider>(typeof(PartialModuleCodeFix).Assembly);

        Assert.NotEmpty(fixes);
        Assert.All(fixes, fix => Assert.NotNull(fix.GetFixAllProvider()));
    }

    private static DiagnosticDescriptor Rule(string id) => Rules.Single(rule => rule.Id == id);

    private static T[] Instances<T>(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!)];

    private static string Resource(string name)
    {
        using var stream = typeof(RuleBookTests).Assembly.GetManifestResourceStream(name);
        Assert.True(stream is not null, $"there is no file {name}");
        return new StreamReader(stream).ReadToEnd();
    }
}
