using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Runtime.CompilerServices;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Tests.Cpu;

/// <summary>
/// A lane's addition is one instruction only while the JIT inlines it. Its limits per method once made fused bodies ten times slower
/// without any other sign.
/// </summary>
[Collection(nameof(Alone))]
public class InliningTests
{
    private readonly struct LongBody : IMap2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public L Invoke<L>(L a, L b)
            where L : struct, ILane<L>
        {
            var gelu = L.Constant(0.5) * a * (L.Constant(1) + L.Erf(a * L.Constant(0.7071067811865475)));
            var silu = b / (L.Constant(1) + L.Exp(-b));
            var tanh = L.Tanh((L.Constant(0.79) * a) + (L.Constant(0.035) * a * a * a));
            var slope = (L.Constant(1) - (tanh * tanh)) * (L.Constant(0.79) + (L.Constant(0.105) * a * a));
            var softplus = L.Max(a, L.Constant(0)) + L.Log1p(L.Exp(-L.Abs(a)));
            var mixed = L.Select(L.Less(a, b), L.Sigmoid(gelu) * slope, L.Sqrt(L.Abs(softplus)) - silu);
            var angle = (L.Sin(a) * L.Cos(b)) - (L.Atan2(a, b) * L.Pow(L.Abs(a), L.Constant(1.5)));
            return (mixed * L.Constant(3)) + (angle / L.Constant(7)) - L.Log(L.Abs(b) + L.Constant(2));
        }
    }

    private sealed class InliningListener : EventListener
    {
        private const EventKeywords JitTracing = (EventKeywords)0x1000;

        public ConcurrentBag<string> Refused { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
                EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (!eventData.EventName!.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal))
                return;
            string Field(string name) => eventData.Payload![eventData.PayloadNames!.IndexOf(name)]?.ToString() ?? "";
            var reason = Field("FailReason");
            if (reason.Contains("budget") || reason.Contains("locals"))
                Refused.Add($"{Field("MethodBeingCompiledNamespace")} {Field("MethodBeingCompiledName")}: {Field("InlineeName")}: {reason}");
        }
    }

    [Fact]
    public void A_long_fused_body_keeps_its_operations_inline()
    {
        using var listener = new InliningListener();
        Run<float>();
        Run<double>();
        Thread.Sleep(200);
        Assert.DoesNotContain(listener.Refused, refusal => refusal.Contains(nameof(LongBody)) || refusal.Contains("PowFunction"));
    }

    private static void Run<T>()
        where T : unmanaged
    {
        var layout = StridedLayout.Contiguous(100);
        var (a, result) = (new TensorView<T>(new T[100], 0, layout), new TensorView<T>(new T[100], 0, layout));
        ElementwiseLoop.Run(default(LongBody), a, a, result);
    }
}
