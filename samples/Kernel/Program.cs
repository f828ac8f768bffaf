// A kernel of one's own, launched through the launcher that the generator writes: a drop of heat spreads on a plate.
using DslTensors;
using HeatKernel;

Gpu.Use();
var device = Device.Available[0];
Console.WriteLine($"on {device} ({device.Name})");

var plate = Tensor.Zeros<float>(16, 16);
plate[8, 8] = 1000;
var after = Heat.Run(plate.To(device), 12).Cpu();
foreach (var row in after.Unbind(0))
    Console.WriteLine(string.Concat(row.ToArray().Select(heat => " .:-=+*#%@"[Math.Clamp((int)(heat / 6), 0, 9)])));
Console.WriteLine(FormattableString.Invariant($"{after.Sum().Item():F1} of 1000 is left; the rest went over the edges"));
