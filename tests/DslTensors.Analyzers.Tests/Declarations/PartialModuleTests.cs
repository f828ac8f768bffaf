using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;
using DslTensors.CodeFixes;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>DSLT1001 and its code fix.</summary>
public class PartialModuleTests
{
    [Fact]
    public Task A_module_becomes_partial() => Verify(
        """
        using DslTensors;

        namespace Models;

        /// <summary>A net.</summary>
        [Module]
        public sealed class {|DSLT1001:Net|}
        {
        }

        // Another one.
        [Module]
        class {|DSLT1001:Other|}(int size)
        {
            public int Size => size;
        }
        """,
        """
        using DslTensors;

        namespace Models;

        /// <summary>A net.</summary>
        [Module]
        public sealed partial class Net
        {
        }

        // Another one.
        [Module]
        partial class Other(int size)
        {
            public int Size => size;
        }
        """);

    [Fact]
    public Task Types_around_modules_become_partial_once() => Verify(
        """
        using DslTensors;

        public static class Outer
        {
            // In the middle.
            struct Middle
            {
                [Module]
                class {|DSLT1001:First|};

                [Module]
                partial class {|DSLT1001:Second|};
            }
        }
        """,
        """
        using DslTensors;

        public static partial class Outer
        {
            // In the middle.
            partial struct Middle
            {
                [Module]
                partial class First;

                [Module]
                partial class Second;
            }
        }
        """);

    [Fact]
    public Task Partial_modules_and_other_classes_are_fine() => Verify("""
        using DslTensors;

        [Module]
        public partial class Net
        {
        }

        public partial class Net
        {
            [Module]
            partial class Inner;
        }

        public class NoModule
        {
            class Inner;
        }
        """);

    private static Task Verify(string source, string? fixedSource = null) => RuleTest<PartialModuleAnalyzer, PartialModuleCodeFix>.Run(source, fixedSource);
}
