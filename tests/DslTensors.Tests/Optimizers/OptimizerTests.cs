using DslTensors.Tests.Serialization;

namespace DslTensors.Tests.Optimizers;

public class OptimizerTests
{
    public static TheoryData<string, Func<Tensor[], Optimizer>> Mistakes() => new()
    {
        { "Invalid learning rate: -1.0", parameters => new Sgd(parameters, lr: -1) },
        { "Invalid learning rate: nan", parameters => new Adam(parameters, lr: double.NaN) },
        { "Invalid momentum value: -0.5", parameters => new Sgd(parameters, momentum: -0.5) },
        { "Invalid weight_decay value: -1e-05", parameters => new Sgd(parameters, weightDecay: -1e-5) },
        { "Nesterov momentum requires a momentum and zero dampening", parameters => new Sgd(parameters, nesterov: true) },
        { "Nesterov momentum requires a momentum and zero dampening", parameters => new Sgd(parameters, momentum: 0.9, dampening: 0.1, nesterov: true) },
        { "Invalid epsilon value: -1.0", parameters => new Adam(parameters, eps: -1) },
        { "Invalid beta parameter at index 0: 1.0", parameters => new Adam(parameters, betas: (1, 0.9)) },
        { "Invalid beta parameter at index 1: -0.1", parameters => new AdamW(parameters, betas: (0.9, -0.1)) },
        { "Invalid weight_decay value: -1.0", parameters => new AdamW(parameters, weightDecay: -1) },
        { "Invalid alpha value: -1.0", parameters => new RmsProp(parameters, alpha: -1) },
        { "Invalid lr_decay value: -1.0", parameters => new Adagrad(parameters, lrDecay: -1) },
        { "optimizer got an empty parameter list", _ => new Adam([]) },
        { "optimizer contains a parameter group with duplicate parameters", parameters => new Adam([parameters[0], parameters[0]]) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_in_PyTorchs_words(string message, Func<Tensor[], Optimizer> create) =>
        Assert.StartsWith(message, Assert.ThrowsAny<TensorException>(() => create([Parameter(1, 2)])).Message);

    [Fact]
    public void Defaults_are_PyTorchs()
    {
        var parameters = new[] { Parameter(1) };
        Assert.Equal(1e-3, new Sgd(parameters).Lr);
        var adam = new Adam(parameters).Defaults;
        Assert.Equal((1e-3, (0.9, 0.999), 1e-8, 0, false), (adam.Lr, adam.Betas, adam.Eps, adam.WeightDecay, adam.Amsgrad));
        Assert.Equal(0.01, new AdamW(parameters).Defaults.WeightDecay);
        var rmsProp = new RmsProp(parameters).Defaults;
        Assert.Equal((1e-2, 0.99, 1e-8), (rmsProp.Lr, rmsProp.Alpha, rmsProp.Eps));
        var adagrad = new Adagrad(parameters).Defaults;
        Assert.Equal((1e-2, 1e-10), (adagrad.Lr, adagrad.Eps));
        var adadelta = new Adadelta(parameters).Defaults;
        Assert.Equal((1.0, 0.9, 1e-6), (adadelta.Lr, adadelta.Rho, adadelta.Eps));
    }

    [Fact]
    public void A_parameter_without_gradient_stays_as_it_is_and_does_not_count_the_step()
    {
        var (first, second) = (Parameter(1), Parameter(1));
        var optimizer = new Adam([first, second], lr: 0.1);
        first.Grad = Parameter(2);
        optimizer.Step();
        Assert.Equal([1], second.ToArray());
        Assert.Equal(0, second.Version);

        // The bias correction of the second one starts with its own first step.
        second.Grad = Parameter(2);
        first.Grad = null;
        optimizer.Step();
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void A_step_counts_as_one_write()
    {
        var parameter = Parameter(1, 2, 3);
        parameter.Grad = Parameter(1, 1, 1);
        new Sgd([parameter], lr: 1).Step();
        Assert.Equal(1, parameter.Version);
        Assert.Equal([0, 1, 2], parameter.ToArray());
        Assert.Equal([1, 1, 1], parameter.Grad.ToArray());
    }

    [Fact]
    public void ZeroGrad_forgets_the_gradients()
    {
        var parameter = Parameter(1);
        parameter.Grad = Parameter(1);
        new Sgd([parameter]).ZeroGrad();
        Assert.Null(parameter.Grad);
    }

    [Fact]
    public void A_changed_rate_holds_from_the_next_step_on()
    {
        var parameter = Parameter(1);
        parameter.Grad = Parameter(1);
        var optimizer = new Sgd([parameter], lr: 1);
        optimizer.Lr = 0.25;
        optimizer.Step();
        Assert.Equal([0.75f], parameter.ToArray());
        Assert.StartsWith("Invalid learning rate: -2.0", Assert.Throws<TensorException>(() => optimizer.Lr = -2).Message);
    }

    [Fact]
    public void Strided_parameters_and_gradients_are_matched_by_position()
    {
        var transposed = TensorBytes.Make<float>([2, 3], 0, 1, 2, 3, 4, 5).Alias(StridedLayout.Strided([3, 2], [1, 3]), 0);
        transposed.Grad = TensorBytes.Make<float>([1, 2], 10, 20).Alias(StridedLayout.Strided([3, 2], [0, 1]), 0);
        var optimizer = new Sgd([transposed], lr: 1);
        optimizer.Step();
        optimizer.Step();
        Assert.Equal([-20, -37, -19, -36, -18, -35], transposed.ToArray());
    }

    [Fact]
    public void A_type_without_steps_is_refused_when_it_has_a_gradient()
    {
        var parameter = TensorBytes.Make<long>([1], 1);
        var optimizer = new Sgd([parameter]);
        optimizer.Step();
        parameter.Grad = parameter;
        Assert.StartsWith("Sgd changes parameters of real numbers, and parameter 0 of shape [1] is Int64.", Assert.Throws<TensorException>(optimizer.Step).Message);
    }

    [Fact]
    public void Halves_take_the_steps_of_floats_rounded_once()
    {
        CheckHalves<Half>();
        CheckHalves<BFloat16>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steps_after_the_first_allocate_nothing(bool amsgrad)
    {
        var parameters = new[] { Parameter(new float[1001]), Parameter(1, 2) };
        foreach (var parameter in parameters)
            parameter.Grad = parameter;
        var optimizers = new Optimizer[] { new Adam(parameters, amsgrad: amsgrad), new Sgd(parameters, momentum: 0.9), new RmsProp(parameters, momentum: 0.9), new Adadelta(parameters), new Adagrad(parameters) };
        foreach (var optimizer in optimizers)
        {
            optimizer.Step();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                optimizer.Step();
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static void CheckHalves<T>()
        where T : unmanaged
    {
        var narrow = Tensor.From([0.9, -1.7, 2.5, 0.01, 5, -0.6], 2, 3).To<T>().Transpose(0, 1);
        var gradient = Tensor.From([0.1, 0.7, -2, 0.4, -0.01, 3], 3, 2).To<T>();
        narrow.Grad = gradient;
        var optimizer = new Adam([narrow], lr: 0.1);
        for (var step = 1; step <= 3; step++)
        {
            var before = narrow.To<double>().ToArray();
            optimizer.Step();

            // With a constant gradient Adam's averages are the gradient and its square after the correction.
            var expected = before.Zip(gradient.To<double>().ToArray(), (value, slope) => value - (0.1 * slope / (Math.Abs(slope) + 1e-8))).ToArray();
            Assert.Equal(Tensor.From(expected).To<T>().ToArray(), narrow.ToArray());
        }
    }

    private static Tensor<float> Parameter(params float[] elements) => TensorBytes.Make([elements.Length], elements);
}
