using static DslTensors.Tests.Differentiation.Programs.TorchProgram;

namespace DslTensors.Tests.Differentiation.Programs;

/// <summary>Inference mode and anomaly detection.</summary>
public class ModeProgramTests
{
    [Fact]
    public void Inference_tensors_may_be_added() => Answers(() =>
    {
        var x = X();
        (x + OfInference()).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Inference_tensor_has_no_version() => Answers(() => OfInference().Version);

    [Fact]
    public void Inference_tensor_asked_for_gradients() => Answers(() => OfInference().RequiresGrad = true);

    [Fact]
    public void View_of_inference_tensor_written() => Answers(() => OfInference()[0..2].AddInPlace(1));

    [Fact]
    public void Normal_tensors_in_inference_mode() => Answers(() =>
    {
        var (x, y) = (X(), Tensor.Ones<double>(5));
        Tensor<double> v, z;
        using (Autograd.InferenceMode())
        {
            v = y[0..2];
            y.AddInPlace(1);
            x.AddInPlace(1);
            using (Autograd.EnableGrad())
                z = x * 2;
        }

        return new object[] { v.IsInference, y.Version, x.Version, z.IsInference, z.RequiresGrad, y.Clone().IsInference, z.Detach().IsInference, z.Clone().IsInference };
    });

    [Fact]
    public void Inference_destination() => Answers(() => Tensor.Exp(Tensor.Zeros<double>(5), destination: OfInference()));

    [Fact]
    public void Anomaly_of_division() => Answers(() =>
    {
        using (Autograd.DetectAnomaly())
        {
            var x = Tensor.Zeros<double>(2);
            x.RequiresGrad = true;
            (x / x).Sum().Backward();
            return null;
        }
    });

    [Fact]
    public void Anomaly_of_root() => Answers(() =>
    {
        using (Autograd.DetectAnomaly())
        {
            var x = Tensor.From([-1.0, 1]);
            x.RequiresGrad = true;
            x.Sqrt().Sum().Backward();
            return null;
        }
    });

    [Fact]
    public void An_anomaly_names_the_line_of_the_forward_call()
    {
        using (Autograd.DetectAnomaly())
        {
            var s = X().Exp();
            s.Detach().ZeroInPlace();
            var error = Assert.Throws<AutogradException>(() => s.Sum().Backward());
            Assert.Contains("Error detected in ExpBackward0. Traceback of forward call that caused the error:", error.Message);
            Assert.Contains($"{nameof(ModeProgramTests)}.{nameof(An_anomaly_names_the_line_of_the_forward_call)}", error.Message);
            Assert.Contains("ModeProgramTests.cs:line", error.Message);
        }
    }

    [Fact]
    public void Nothing_is_remembered_outside_of_anomaly_detection()
    {
        var s = X().Exp();
        s.Detach().ZeroInPlace();
        Assert.DoesNotContain("Traceback", Assert.Throws<AutogradException>(() => s.Sum().Backward()).Message);
        Assert.False(Autograd.IsAnomalyDetected);
        var nan = Tensor.From([-1.0]);
        nan.RequiresGrad = true;
        nan.Sqrt().Sum().Backward();
        Assert.True(double.IsNaN(nan.Grad!.Item()));
    }

    [Fact]
    public async Task Modes_flow_through_await()
    {
        using (Autograd.InferenceMode())
        {
            await Task.Yield();
            await Task.Delay(1);
            Assert.True(Tensor.Ones<double>(1).IsInference);
            Assert.False((X() * 2).RequiresGrad);
        }

        Assert.False(Tensor.Ones<double>(1).IsInference);
        using (Autograd.DetectAnomaly())
        {
            await Task.Run(() => Assert.True(Autograd.IsAnomalyDetected));
            Task elsewhere;
            using (ExecutionContext.SuppressFlow())
                elsewhere = Task.Run(() => Assert.False(Autograd.IsAnomalyDetected));
            await elsewhere;
        }
    }

    [Fact]
    public void Modes_may_be_changed_inside_a_hook()
    {
        var x = X();
        bool inside = true, enabled = false, after = true;
        x.RegisterHook(_ =>
        {
            inside = Autograd.IsGradEnabled;
            using (Autograd.EnableGrad())
                enabled = (x * 2).RequiresGrad;
            after = Autograd.IsGradEnabled;
        });
        (x * 2).Sum().Backward();
        Assert.Equal((false, true, false), (inside, enabled, after));
        Assert.True(Autograd.IsGradEnabled);
    }

    private static Tensor<double> OfInference()
    {
        using (Autograd.InferenceMode())
            return Tensor.Ones<double>(5);
    }
}
