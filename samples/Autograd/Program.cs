using System.Text;
using AutogradLessons;
using AutogradLessons.Lessons;
using DslTensors;

// How gradients come about, and everything that stops, changes or breaks them: each program with its result and the reason.
Console.OutputEncoding = Encoding.UTF8;
Tensor.ManualSeed(0);

var notebook = new Notebook(Console.Out);
Gradients.Run(notebook);
Detached.Run(notebook);
BehindTheBack.Run(notebook);
WritesInPlace.Run(notebook);
Modes.Run(notebook);
FrozenParts.Run(notebook);
HigherOrders.Run(notebook);
FindingMistakes.Run(notebook);
