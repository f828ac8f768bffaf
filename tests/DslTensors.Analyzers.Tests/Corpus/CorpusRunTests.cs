using System.Reflection;
using System.Runtime.Loader;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Corpus;

/// <summary>Runs the programs about shapes: a mistake that is an error really throws, and a near miss really works. So the corpus tells the truth.</summary>
public class CorpusRunTests
{
    // A suggestion and a warning are about programs that run, and what an attribute or a Sequential states is checked before anything runs.
    private static readonly string[] Running = ["DSLT2014", "DSLT2015"];
    private static readonly string[] Stated = ["DSLT2008", "DSLT2011"];

    [Fact]
    public void Mistakes_throw_and_near_misses_run()
    {
        var wrong = CorpusProgram.All.Where(program => program is { Id: ['D', 'S', 'L', 'T', '2', ..], Folder: "Mistakes" or "Silent" }).AsParallel()
            .Select(program => (program, Error: Run(program)))
            .Where(result => result.Error is not Skipped && !(result.Error is null && result.program.Folder == "Mistakes" && Stated.Contains(result.program.Id)) && result.Error is null != (result.program.Folder == "Silent" || Running.Contains(result.program.Id)))
            .Select(result => $"{result.program.Folder} {result.program.Id} {result.program.Title}: {(result.Error is { } error ? $"{error.GetType().Name} {error.Message}" : "runs")}")
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static Exception? Run(CorpusProgram program)
    {
        var image = new MemoryStream();
        Assert.True(ProgramCheck.Compile(program.Source).Emit(image).Success, program.Source);
        image.Position = 0;
        var context = new AssemblyLoadContext(program.Title, isCollectible: true);
        try
        {
            var run = context.LoadFromStream(image).GetType("Program")?.GetMethod("Run");
            if (run is null)
                return new Skipped();
            run.Invoke(null, [new Linear(8, 4), Tensor.Rand(6, 8), Tensor.Rand(6, 4), Tensor.Zeros<long>(6), new List<(Tensor<float>, Tensor<float>)>(), 1]);
            return null;
        }
        catch (TargetInvocationException failure)
        {
            return failure.InnerException;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Declarations alone have nothing to run.</summary>
    private sealed class Skipped : Exception;
}
