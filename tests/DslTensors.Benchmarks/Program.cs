using System.CommandLine;
using Benchmarks;
using Benchmarks.Workloads;

// Before anything else is loaded: these are the processes whose starts are timed.
if (args is [Starts.FirstTensor])
{
    Starts.MakeFirstTensor();
    return 0;
}
#if PEER
if (args is [Starts.PeerFirstTensor])
{
    Benchmarks.Peer.TorchWorkloads.MakeFirstTensor();
    return 0;
}
#endif

var filter = new Option<string[]>("--filter") { Description = "Only workloads or groups whose name contains one of these", AllowMultipleArgumentsPerToken = true };
var threads = new Option<int>("--threads") { Description = "Threads that each library uses", DefaultValueFactory = _ => Environment.ProcessorCount };
var seconds = new Option<double>("--seconds") { Description = "For how long each workload is sampled", DefaultValueFactory = _ => 2 };
var output = new Option<DirectoryInfo>("--output") { Description = "Where benchmarks.json and benchmarks.png go", DefaultValueFactory = _ => new DirectoryInfo(".") };
var command = new RootCommand("Measures this library beside TorchSharp, by turns, in one process.") { filter, threads, seconds, output };
command.SetAction(parsed => BenchmarkRun.Execute(parsed.GetValue(filter) ?? [], parsed.GetValue(threads), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(output)!));
return command.Parse(args).Invoke();
