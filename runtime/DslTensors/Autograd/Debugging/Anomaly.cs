using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace DslTensors;

/// <summary>Where steps were recorded, and errors of backward that say so; only for steps of <see cref="Autograd.DetectAnomaly"/>.</summary>
internal static class Anomaly
{
    private static readonly ConditionalWeakTable<Node, StackTrace> s_origins = [];

    /// <summary>Remembers the place that records a step.</summary>
    public static void NoteOrigin(Node node)
    {
        if (Autograd.IsAnomalyDetected)
            s_origins.AddOrUpdate(node, new StackTrace(skipFrames: 1, fNeedFileInfo: true));
    }

    /// <summary>An error of a step, with the place that recorded it.</summary>
    public static AutogradException Located(Node node, Exception error) => new($"{error.Message}\n{Place(node)}", error);

    /// <summary>Fails if a gradient that a step has computed has a NaN.</summary>
    public static void CheckNaN(Node node, int output, Tensor gradient)
    {
        if (gradient.HasNaN())
            throw new AutogradException($"Function '{node.Name}' returned nan values in its {output}th output. The gradient of shape {gradient.Shape} is the first one with NaN.");
    }

    private static string Place(Node node)
    {
        var text = new StringBuilder($"Error detected in {node.Name}. ");
        if (!s_origins.TryGetValue(node, out var origin))
            return text.Append("No forward pass information available. Enable detect anomaly during forward pass for more information.").ToString();
        text.Append("Traceback of forward call that caused the error:");
        foreach (var frame in origin.GetFrames().SkipWhile(IsOurs).Take(20))
            text.Append("\n  at ").Append(Described(frame));
        return text.ToString();
    }

    private static bool IsOurs(StackFrame frame) => DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName == typeof(Anomaly).Assembly.FullName;

    private static string Described(StackFrame frame)
    {
        var name = DiagnosticMethodInfo.Create(frame) is { } method ? $"{method.DeclaringTypeName}.{method.Name}" : "an unknown method";
        return frame.GetFileName() is { } file ? $"{name} in {file}:line {frame.GetFileLineNumber()}" : name;
    }
}
