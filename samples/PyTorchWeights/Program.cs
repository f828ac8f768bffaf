using System.CommandLine;
using System.Globalization;
using DslTensors;
using PyTorchWeights;

// Loads a checkpoint that torch.save wrote, lets the model generate, teaches it to count, and saves it for torch.load.
var weights = new Option<FileInfo>("--weights") { Description = "The checkpoint (.pt or .safetensors).", DefaultValueFactory = _ => new(Path.Combine(AppContext.BaseDirectory, "data", "tinygpt.pt")) };
var save = new Option<FileInfo>("--save") { Description = "Where the fine-tuned weights go; the extension chooses the format.", DefaultValueFactory = _ => new("tinygpt-counting.pt") };
var steps = new Option<int>("--steps") { Description = "The steps of fine-tuning.", DefaultValueFactory = _ => 60 };
steps.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
        result.AddError("--steps must be 1 or more.");
});
var command = new RootCommand("A tiny GPT from PyTorch: loaded, run, fine-tuned and saved.") { weights, save, steps };
command.SetAction(arguments =>
{
    try
    {
        Run(arguments.GetRequiredValue(weights).FullName, arguments.GetRequiredValue(save).FullName, arguments.GetRequiredValue(steps));
        return 0;
    }
    catch (Exception e) when (e is TensorException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"error: {e.Message}");
        return 1;
    }
});
return command.Parse(args).Invoke();

static void Run(string weights, string save, int steps)
{
    var model = new TinyGpt(vocabulary: 11, context: 6, width: 16, layers: 2, heads: 4);
    model.LoadStateDict(StateDict.Load(weights));
    Console.WriteLine($"loaded {model.StateDict().Count} tensors, {model.Parameters().Sum(parameter => parameter.Count)} parameters, from {Path.GetFileName(weights)}");

    long[] start = [2, 3, 4];
    Console.WriteLine($"generated  {string.Join(' ', Generation.Continue(model, start, 9))}");

    var losses = FineTuning.Run(model, steps).ToArray();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fine-tuned {steps} steps: loss {losses[0]:F4} -> {losses[^1]:F4}"));
    Console.WriteLine($"generated  {string.Join(' ', Generation.Continue(model, start, 9))}");

    model.StateDict().Save(save);
    Console.WriteLine($"saved to {save}");
    Console.WriteLine($"in Python: model.load_state_dict({(save.EndsWith(".safetensors", StringComparison.Ordinal) ? "safetensors.torch.load_file" : "torch.load")}(\"{Path.GetFileName(save)}\"))");
}
