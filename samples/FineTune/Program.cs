using System.CommandLine;
using System.Globalization;
using DslTensors;
using FineTune;

// Learns the digits 0 to 4, freezes what finds strokes, and learns 5 to 9 with the fully connected head alone.
var data = new Option<FileInfo>("--data") { Description = "A file of digits.", DefaultValueFactory = _ => new(Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz")) };
var epochs = new Option<int>("--epochs") { Description = "How often each part of the training goes through its digits.", DefaultValueFactory = _ => 12 };
epochs.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
        result.AddError("--epochs must be 1 or more.");
});
var command = new RootCommand("Transfer learning: a frozen body and a new head.") { data, epochs };
command.SetAction(arguments =>
{
    try
    {
        Run(arguments.GetRequiredValue(data).FullName, arguments.GetRequiredValue(epochs));
        return 0;
    }
    catch (Exception e) when (e is TensorException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"error: {e.Message}");
        return 1;
    }
});
return command.Parse(args).Invoke();

static void Run(string path, int epochs)
{
    Tensor.ManualSeed(0);
    var digits = Digits.Read(path);
    var (low, lowTest) = digits.Showing(0, 4).Split();
    var (high, highTest) = digits.Showing(5, 9).Split();
    var model = new ConvNet();

    var whole = Trainer.Run(model, low, epochs);
    Write($"digits 0 to 4, all {Count(model.Parameters())} parameters: accuracy {Trainer.Accuracy(model, lowTest):F3}, on 5 to 9 {Trainer.Accuracy(model, highTest):F3}");
    Write($"  a step: {whole}");

    model.Body.RequiresGrad(false);
    model.ZeroGrad();
    var before = model.Body.StateDict().ToDictionary(entry => entry.Key, entry => entry.Value.As<float>().Clone());
    var head = Trainer.Run(model, high, epochs);
    Write($"digits 5 to 9, the head's {Count(model.Parameters().Where(parameter => parameter.RequiresGrad))} parameters alone: accuracy {Trainer.Accuracy(model, highTest):F3}");
    Write($"  a step: {head}");

    var isUnchanged = model.Body.StateDict().All(entry => entry.Value.As<float>().Equal(before[entry.Key]));
    Write($"freezing saved {1 - ((double)head.GraphNodes / whole.GraphNodes):P0} of the operators in backward, {1 - ((double)head.Gradients / whole.Gradients):P0} of the gradients and {1 - (head.Backward / whole.Backward):P0} of its time; the body is {(isUnchanged ? "unchanged" : "changed")}");
}

static long Count(IEnumerable<Tensor> parameters) => parameters.Sum(parameter => parameter.Count);

static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
