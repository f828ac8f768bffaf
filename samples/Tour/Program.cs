using System.Text;
using DslTensors;
using Tour;
using Tour.Lessons;

// The operators as one first meets them, each program line with what it gives. Everything is reproducible: one seed, one sequence.
Console.OutputEncoding = Encoding.UTF8;
Tensor.ManualSeed(0);

var notebook = new Notebook(Console.Out);
Joining.Run(notebook);
Clipping.Run(notebook);
Identities.Run(notebook);
BatchedProducts.Run(notebook);
Norms.Run(notebook);
Signs.Run(notebook);
