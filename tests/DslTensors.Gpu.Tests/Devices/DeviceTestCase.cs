using Xunit.Abstractions;
using Xunit.Sdk;

namespace DslTensors.Tests.Gpu;

/// <summary>A test of the suite that every device runs; it is skipped, with the reason, where its class' device is not to be had.</summary>
[XunitTestCaseDiscoverer("DslTensors.Tests.Gpu.DeviceFactDiscoverer", "DslTensors.Gpu.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeviceFactAttribute : FactAttribute;

/// <summary>Finds the tests of a class that has a device.</summary>
public sealed class DeviceFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo fact) =>
        [new DeviceTestCase(messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)];
}

/// <summary>One such test.</summary>
public sealed class DeviceTestCase : XunitTestCase
{
    [Obsolete("Called by the deserializer.")]
    public DeviceTestCase()
    {
    }

    public DeviceTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo fact) =>
        base.GetSkipReason(fact) ?? (TestMethod.TestClass.Class.Name.EndsWith(nameof(OpenCLTests), StringComparison.Ordinal) ? PortableOpenCL.Missing : null);
}
