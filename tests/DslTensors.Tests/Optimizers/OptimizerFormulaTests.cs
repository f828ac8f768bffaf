using System.Numerics;
using DslTensors.Tests.Serialization;

namespace DslTensors.Tests.Optimizers;

/// <summary>Every optimizer against its formula, written out for one number in double as PyTorch's documentation states it.</summary>
public class OptimizerFormulaTests
{
    private const int Steps = 7;

    /// <summary>Lengths around the vector sizes, so that whole vectors, rests and both occur.</summary>
    private static readonly int[] Lengths = [1, 3, 8, 16, 37];

    /// <summary>A step for one number: value and gradient, the step's number from 1, and memory for states.</summary>
    private delegate double Formula(double value, double gradient, int step, double[] state);

    private static double Sgd(double p, double g, int t, double[] s, double lr, double momentum, double dampening, double decay, bool nesterov)
    {
        g += decay * p;
        s[0] = t == 1 ? g : (momentum * s[0]) + ((1 - dampening) * g);
        return p - (lr * (momentum == 0 ? g : nesterov ? g + (momentum * s[0]) : s[0]));
    }

    private static double Adam(double p, double g, int t, double[] s, double lr, double beta1, double beta2, double eps, double decay, double decoupled, bool amsgrad)
    {
        p -= lr * decoupled * p;
        g += decay * p;
        s[0] = (beta1 * s[0]) + ((1 - beta1) * g);
        s[1] = (beta2 * s[1]) + ((1 - beta2) * g * g);
        s[2] = amsgrad ? Math.Max(s[2], s[1]) : s[1];
        return p - (lr * (s[0] / (1 - Math.Pow(beta1, t))) / (Math.Sqrt(s[2] / (1 - Math.Pow(beta2, t))) + eps));
    }

    private static double RmsProp(double p, double g, double[] s, double lr, double alpha, double eps, double decay, double momentum, bool centered)
    {
        g += decay * p;
        s[0] = (alpha * s[0]) + ((1 - alpha) * g * g);
        s[1] = (alpha * s[1]) + ((1 - alpha) * g);
        s[2] = (momentum * s[2]) + (g / (Math.Sqrt(s[0] - (centered ? s[1] * s[1] : 0)) + eps));
        return p - (lr * s[2]);
    }

    private static double Adagrad(double p, double g, int t, double[] s, double lr, double lrDecay, double decay, double initial, double eps)
    {
        g += decay * p;
        s[0] = (t == 1 ? initial : s[0]) + (g * g);
        return p - (lr / (1 + ((t - 1) * lrDecay)) * g / (Math.Sqrt(s[0]) + eps));
    }

    private static readonly Dictionary<string, (Func<Tensor[], Optimizer> Create, Formula Formula)> Cases = new()
    {
        ["sgd"] = (p => new Sgd(p, lr: 0.1), (p, g, t, s) => Sgd(p, g, t, s, 0.1, 0, 0, 0, false)),
        ["sgd decay"] = (p => new Sgd(p, lr: 0.1, weightDecay: 0.3), (p, g, t, s) => Sgd(p, g, t, s, 0.1, 0, 0, 0.3, false)),
        ["sgd maximize"] = (p => new Sgd(p, lr: 0.1, maximize: true, weightDecay: 0.3), (p, g, t, s) => Sgd(p, -g, t, s, 0.1, 0, 0, 0.3, false)),
        ["sgd momentum"] = (p => new Sgd(p, 0.1, 0.9, 0.25, 0.3), (p, g, t, s) => Sgd(p, g, t, s, 0.1, 0.9, 0.25, 0.3, false)),
        ["sgd nesterov"] = (p => new Sgd(p, 0.1, 0.9, nesterov: true), (p, g, t, s) => Sgd(p, g, t, s, 0.1, 0.9, 0, 0, true)),
        ["adam"] = (p => new Adam(p, lr: 0.1), (p, g, t, s) => Adam(p, g, t, s, 0.1, 0.9, 0.999, 1e-8, 0, 0, false)),
        ["adam options"] = (p => new Adam(p, 0.1, (0.5, 0.7), 0.01, 0.3), (p, g, t, s) => Adam(p, g, t, s, 0.1, 0.5, 0.7, 0.01, 0.3, 0, false)),
        ["adam amsgrad"] = (p => new Adam(p, 0.1, (0.5, 0.7), amsgrad: true, maximize: true), (p, g, t, s) => Adam(p, -g, t, s, 0.1, 0.5, 0.7, 1e-8, 0, 0, true)),
        ["adamw"] = (p => new AdamW(p, lr: 0.1), (p, g, t, s) => Adam(p, g, t, s, 0.1, 0.9, 0.999, 1e-8, 0, 0.01, false)),
        ["adamw amsgrad"] = (p => new AdamW(p, 0.1, (0.5, 0.7), 0.01, 0.3, amsgrad: true), (p, g, t, s) => Adam(p, g, t, s, 0.1, 0.5, 0.7, 0.01, 0, 0.3, true)),
        ["rmsprop"] = (p => new RmsProp(p, lr: 0.1), (p, g, t, s) => RmsProp(p, g, s, 0.1, 0.99, 1e-8, 0, 0, false)),
        ["rmsprop centered"] = (p => new RmsProp(p, 0.1, 0.8, 0.01, 0.3, 0.5, centered: true), (p, g, t, s) => RmsProp(p, g, s, 0.1, 0.8, 0.01, 0.3, 0.5, true)),
        ["adagrad"] = (p => new Adagrad(p, lr: 0.1), (p, g, t, s) => Adagrad(p, g, t, s, 0.1, 0, 0, 0, 1e-10)),
        ["adagrad options"] = (p => new Adagrad(p, 0.1, 0.2, 0.3, 0.4, 0.01), (p, g, t, s) => Adagrad(p, g, t, s, 0.1, 0.2, 0.3, 0.4, 0.01)),
    };

    public static TheoryData<string> Names() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_follow_the_formula(string name) => Check<double>(name, 1e-12);

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_follow_the_formula(string name) => Check<float>(name, 1e-5);

    private static void Check<T>(string name, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new System.Random(1);
        var (create, formula) = Cases[name];
        var parameters = Array.ConvertAll(Lengths, length => RandomTensor<T>(random, length));
        var expected = Array.ConvertAll(parameters, parameter => Array.ConvertAll(parameter.ToArray(), double.CreateChecked));
        var states = Array.ConvertAll(expected, values => Array.ConvertAll(values, _ => new double[3]));
        var optimizer = create(parameters);
        for (var step = 1; step <= Steps; step++)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                var gradient = RandomTensor<T>(random, Lengths[i]);
                parameters[i].Grad = gradient;
                for (var j = 0; j < Lengths[i]; j++)
                    expected[i][j] = formula(expected[i][j], double.CreateChecked(gradient.ToArray()[j]), step, states[i][j]);
            }

            optimizer.Step();
            for (var i = 0; i < parameters.Length; i++)
            {
                var actual = parameters[i].ToArray();
                for (var j = 0; j < actual.Length; j++)
                    Assert.Equal(expected[i][j], double.CreateChecked(actual[j]), tolerance);
            }
        }
    }

    private static Tensor<T> RandomTensor<T>(System.Random random, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var elements = new T[length];
        foreach (ref var element in elements.AsSpan())
            element = T.CreateTruncating((random.NextDouble() * 4) - 2);
        return TensorBytes.Make([length], elements);
    }
}
