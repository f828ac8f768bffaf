using System.Text.Json;

namespace DslTensors.Tests.Optimizers;

/// <summary>Optimizers and groups from PyTorch's names of them and of their options.</summary>
internal static class OptimizerFactory
{
    public static Optimizer Create(string name, Tensor[] parameters, JsonElement options)
    {
        var (lr, weightDecay, maximize) = (Number("lr", double.NaN), Number("weight_decay"), Flag("maximize"));
        return name switch
        {
            "SGD" => new Sgd(parameters, lr, Number("momentum"), Number("dampening"), weightDecay, Flag("nesterov"), maximize),
            "Adam" => new Adam(parameters, lr, Betas(options), Number("eps", 1e-8), weightDecay, Flag("amsgrad"), maximize),
            "AdamW" => new AdamW(parameters, lr, Betas(options), Number("eps", 1e-8), Number("weight_decay", 0.01), Flag("amsgrad"), maximize),
            "RMSprop" => new RmsProp(parameters, lr, Number("alpha", 0.99), Number("eps", 1e-8), weightDecay, Number("momentum"), Flag("centered"), maximize),
            "Adagrad" => new Adagrad(parameters, lr, Number("lr_decay"), weightDecay, Number("initial_accumulator_value"), Number("eps", 1e-10), maximize),
            "Adadelta" => new Adadelta(parameters, lr, Number("rho", 0.9), Number("eps", 1e-6), weightDecay, maximize),
            _ => throw new InvalidOperationException($"there is no optimizer {name}"),
        };

        double Number(string option, double missing = 0) => options.TryGetProperty(option, out var value) ? value.GetDouble() : missing;

        bool Flag(string option) => options.TryGetProperty(option, out var value) && value.GetBoolean();
    }

    public static void AddGroup(Optimizer optimizer, Tensor[] parameters, JsonElement options)
    {
        ParameterGroup group = optimizer switch
        {
            Sgd => new SgdGroup(parameters) { Momentum = options.GetProperty("momentum").GetDouble() },
            AdamW => new AdamGroup(parameters) { WeightDecay = options.GetProperty("weight_decay").GetDouble() },
            Adam => new AdamGroup(parameters) { Betas = Betas(options)!.Value },
            RmsProp => new RmsPropGroup(parameters) { Alpha = options.GetProperty("alpha").GetDouble() },
            Adagrad => new AdagradGroup(parameters) { LrDecay = options.GetProperty("lr_decay").GetDouble() },
            _ => new AdadeltaGroup(parameters) { Rho = options.GetProperty("rho").GetDouble() },
        };
        if (options.TryGetProperty("lr", out var lr))
            group.Lr = lr.GetDouble();
        optimizer.AddParameterGroup(group);
    }

    private static (double, double)? Betas(JsonElement options) =>
        options.TryGetProperty("betas", out var betas) ? (betas[0].GetDouble(), betas[1].GetDouble()) : null;
}
