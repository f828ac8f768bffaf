using System.Reflection;
using System.Runtime.Loader;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Corpus;

/// <summary>Runs the programs about shapes, and all of the second corpus: a mistake that is an error really throws, and a near miss really works. So the corpus tells the truth.</summary>
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

    [Fact]
    public void Programs_of_the_second_corpus_throw_where_they_say_so()
    {
        var wrong = CorpusProgram.Second.AsParallel()
            .Select(program => (program, Error: RunByItself(program)))
            .Where(result => result.Error is null == result.program.Throws)
            .Select(result => $"{result.program.Folder} {result.program.Title}: {(result.Error is { } error ? $"{error.GetType().Name} {error.Message}" : "runs")}")
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    // A mistake may leave the thread without gradients, which is the mistake of no other program.
    private static Exception? RunByItself(CorpusProgram program)
    {
        Exception? error = null;
        Exception? broken = null;
        var thread = new Thread(() =>
        {
            try
            {
                error = Run(program);
            }
            catch (Exception failure)
            {
                broken = failure;
            }
        });
        thread.Start();
        thread.Join();
        return broken is null ? error : throw new InvalidOperationException(program.Title, broken);
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
            run.Invoke(null, [new Linear(8, 4), Tensor.Rand(6, 8), Tensor.Rand(6, 4), Tensor.From([0L, 1, 2, 3, 0, 1]), Batches(program), 2]);
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

    private static List<(Tensor<float> X, Tensor<float> Y)> Batches(CorpusProgram program) =>
        program.Folder.StartsWith("Second", StringComparison.Ordinal) ? [(Tensor.Rand(6, 8), Tensor.Rand(6, 4)), (Tensor.Rand(6, 8), Tensor.Rand(6, 4))] : [];

    /// <summary>Declarations alone have nothing to run.</summary>
    private sealed class Skipped : Exception;
}
