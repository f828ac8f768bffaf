using System.Diagnostics;
using System.Globalization;
using DslTensors;

namespace FineTune;

/// <summary>What the steps of a training cost.</summary>
/// <param name="GraphNodes">The operators that backward goes through in a step.</param>
/// <param name="Gradients">The numbers that are gradients of parameters.</param>
/// <param name="Backward">The shortest time that backward took.</param>
sealed record Work(int GraphNodes, long Gradients, TimeSpan Backward)
{
    /// <summary>Runs backward and measures it.</summary>
    public static Work OfBackward(Tensor<float> loss, Module model)
    {
        var nodes = CountNodes(loss);
        var start = Stopwatch.GetTimestamp();
        loss.Backward();
        var time = Stopwatch.GetElapsedTime(start);
        return new(nodes, model.Parameters().Sum(parameter => parameter.Grad?.Count ?? 0), time);
    }

    /// <summary>The lesser of two, for steps that do the same.</summary>
    public Work Least(Work? other) => other is null || Backward < other.Backward ? this : other;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{GraphNodes} operators in backward, {Gradients} gradients, {Backward.TotalMicroseconds:F0} us");

    private static int CountNodes(Tensor loss)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<DslTensors.Node>([loss.GradFn!]);
        while (waiting.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            for (var i = 0; i < node.EdgeCount; i++)
            {
                if (node.Edge(i) is { } edge)
                    waiting.Push(edge);
            }
        }

        return seen.Count;
    }
}
