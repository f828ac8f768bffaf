using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Modules;

/// <summary>Writes what runs in place of the calls of children.</summary>
internal static class ForwardCallEmitter
{
    /// <summary>The namespace that a project has to allow interceptors in.</summary>
    public const string Namespace = "DslTensors.Generated";

    public static string Emit(IEnumerable<ForwardCallModel> calls)
    {
        var writer = new SourceWriter().Line(SourceText.Header).Line();
        using (writer.Block("namespace System.Runtime.CompilerServices"))
        {
            writer.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]");
            using (writer.Block("file sealed class InterceptsLocationAttribute(int version, string data) : global::System.Attribute"))
            {
            }
        }

        writer.Line();
        using (writer.Block($"namespace {Namespace}"))
        using (writer.Block("file static class ForwardCalls"))
        {
            var members = new MemberSeparator(writer);
            var number = 0;
            foreach (var method in calls.GroupBy(static call => call with { Location = "" }))
            {
                members.Next();
                foreach (var call in method)
                    writer.Line(call.Location);
                var (key, input) = (method.Key, method.Key.Input);
                writer.Line($"""
                    public static {key.Output} Forward{number++}{key.TypeParameters}(this {key.Module} module, {input} input){key.Constraints} =>
                        global::DslTensors.ModuleCalls.Call<{input}, {key.Output}>(module, input);
                    """);
            }
        }

        return writer.ToString();
    }
}
