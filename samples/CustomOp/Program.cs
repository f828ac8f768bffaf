using CustomOp;
using DslTensors;

// A network of radial basis functions learns which of two spirals a point lies on. What is not in the library, it declares itself:
// an elementwise operator (Bump.cs) and a structured one (SquaredDistances.cs). Both are differentiated, vectorised and shape-checked.
Tensor.ManualSeed(0);
var (points, labels) = Spirals.Draw(perArm: 200);
var model = new RadialBasisNet(inputs: 2, centers: 60, classes: 2);
var optimizer = new Adam(model.Parameters(), lr: 0.02);

for (var step = 0; step <= 400; step++)
{
    var logits = model.Forward(points);
    var loss = logits.CrossEntropy(labels);
    if (step % 100 == 0)
        Console.WriteLine($"step {step,3}   loss {loss.Item():F4}   accuracy {Accuracy(logits):F3}");
    optimizer.ZeroGrad();
    loss.Backward();
    optimizer.Step();
}

// A wrong shape of the operator declared here is found as one of the library's own would be: the next line, uncommented, is the compiler
// error DSLT2001, which names both shapes.
// Tensor.SquaredDistances(Tensor.Rand(5, 2), Tensor.Rand(8, 3));
var (five, eight) = (Tensor.Rand(5, 2), Tensor.Rand(8, 3));
try
{
    five.SquaredDistances(eight);
}
catch (ShapeException refusal)
{
    Console.WriteLine($"refused: {refusal.Message}");
}

float Accuracy(Tensor<float> logits) => logits.Argmax(dim: 1).Eq(labels).To<float>().Mean().Item();
