// The digits' network, trained on the best device there is and on the processor: the losses are the same.
using System.Diagnostics;
using Digits.Input;
using DigitsOnGpu;
using DslTensors;

const int Steps = 100;
const int BatchSize = 64;
const double Tolerance = 1e-4;

Gpu.Use();
var device = Device.Available.FirstOrDefault(device => device.Type is DeviceType.Cuda or DeviceType.OpenCL);
if (device is null)
{
    Console.WriteLine($"No GPU: {Gpu.Searched}.");
    return 0;
}

var digits = DigitsFile.Read(Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz"));
Console.WriteLine($"{device}: {device.Name}, {device.Memory.Total >> 20} MiB");
Comparison.Losses(device, digits, steps: 1, BatchSize);
var watch = Stopwatch.StartNew();
var there = Comparison.Losses(device, digits, Steps, BatchSize);
var took = watch.Elapsed;
var here = Comparison.Losses(Device.Cpu, digits, Steps, BatchSize);
Console.WriteLine(FormattableString.Invariant($"loss {here[0]:F4} -> {here[^1]:F4} on the processor, {there[0]:F4} -> {there[^1]:F4} on {device}, {took.TotalMilliseconds / Steps:F2} ms a step"));
var distance = Comparison.Distance(here, there);
Console.WriteLine(FormattableString.Invariant($"they differ by at most {distance:E1}"));
return distance < Tolerance ? 0 : 1;
