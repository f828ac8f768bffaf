namespace DslTensors.Tests.Dispatch;

/// <summary>Operators run where their operands lie.</summary>
public class DeviceDispatchTests
{
    private readonly HostBackend _backend = new();
    private readonly Device _device;

    public DeviceDispatchTests() => _device = new Device(DeviceType.Emulated, 3, _backend);

    [Fact]
    public void An_elementwise_operator_goes_to_the_backend_with_its_lane_function()
    {
        var (a, b) = (HostBackend.From(_device, 1f, 2f), HostBackend.From(_device, 10f, 20f));
        var sum = a + b;
        Assert.Same(_device, sum.Device);
        Assert.Equal([11, 22], HostBackend.Memory(sum));
        Assert.Equal([1, 1], HostBackend.Memory(HostBackend.From(_device, 0f, 0f).Exp()));
        Assert.Equal(["add([2], [2]) -> [2] by map", "exp([2]) -> [2] by map"], _backend.Runs);
    }

    [Fact]
    public void A_structured_operator_goes_to_the_backend_by_name_after_its_shape_check()
    {
        var (a, b) = (Matrix(2, 3), Matrix(3, 4));
        var product = a.Mm(b);
        Assert.Equal([2, 4], product.Shape.ToArray());
        Assert.All(HostBackend.Memory(product), value => Assert.Equal(42, value));
        Assert.Equal(["mm([2, 3], [3, 4]) -> [2, 4]"], _backend.Runs);
        Assert.Throws<ShapeException>(() => b.Mm(a));
        Assert.Single(_backend.Runs);
    }

    [Fact]
    public void In_place_and_destination_forms_write_the_device_memory_they_are_given()
    {
        var (a, b) = (HostBackend.From(_device, 1f, 2f), HostBackend.From(_device, 10f, 20f));
        a.AddInPlace(b);
        Assert.Equal([11, 22], HostBackend.Memory(a));
        Assert.Equal(1, a.Version);
        var destination = HostBackend.From(_device, 0f, 0f);
        Assert.Same(destination, Tensor.Add(a, b, destination: destination));
        Assert.Equal([21, 42], HostBackend.Memory(destination));
    }

    [Fact]
    public void Views_of_device_memory_need_no_kernel()
    {
        var view = Matrix(2, 3).Transpose(0, 1);
        Assert.Equal([3, 2], view.Shape.ToArray());
        Assert.Empty(_backend.Runs);
    }

    [Fact]
    public void Mixing_devices_names_both()
    {
        var (here, there) = (Tensor.From([1f, 2f]), HostBackend.From(_device, 1f, 2f));
        foreach (var call in new Action[]
        {
            () => (here + there).ToString(),
            () => Tensor.Mm(here.Reshape(1, 2), Matrix(2, 1)),
            () => Tensor.Exp(there, destination: here),
            () => here.AddInPlace(there),
        })
        {
            var error = Assert.Throws<DeviceException>(call);
            Assert.StartsWith("Expected all tensors to be on the same device, but found at least two devices, ", error.Message);
            Assert.Contains("cpu", error.Message);
            Assert.Contains("emulated:3", error.Message);
        }

        Assert.Empty(_backend.Runs);
    }

    [Fact]
    public void Two_devices_of_one_kind_are_two_devices()
    {
        var second = new Device(DeviceType.Emulated, 4, _backend);
        var error = Assert.Throws<DeviceException>(() => HostBackend.From(_device, 1f) + HostBackend.From(second, 1f));
        Assert.Contains("emulated:3 and emulated:4", error.Message);
    }

    [Fact]
    public void Elements_are_fetched_but_a_span_over_device_memory_is_an_error_that_says_what_to_do()
    {
        var tensor = HostBackend.From(_device, 1f);
        Assert.Equal(1, tensor.Item());
        Assert.Equal([1], tensor.ToArray());
        var error = Assert.Throws<DeviceException>(() => tensor.AsSpan().Clear());
        Assert.Contains("emulated:3", error.Message);
        Assert.Contains("x.Cpu()", error.Message);
    }

    [Fact]
    public void A_number_in_main_memory_goes_with_tensors_of_any_device()
    {
        var sum = HostBackend.From(_device, 1f, 2f) + Tensor.From(10f).Reshape();
        Assert.Same(_device, sum.Device);
        Assert.Equal([11, 12], HostBackend.Memory(sum));
    }

    [Fact]
    public void An_operator_without_a_kernel_says_so_by_name()
    {
        var error = Assert.Throws<DeviceException>(() => Matrix(2, 2).Sort());
        Assert.StartsWith("Could not run 'sort' with arguments from the 'emulated:3' backend", error.Message);
        Assert.Contains("x.Cpu()", error.Message);
    }

    private Tensor<float> Matrix(int rows, int columns) => Tensor<float>.Allocate(_device, StridedLayout.Contiguous(rows, columns));
}
