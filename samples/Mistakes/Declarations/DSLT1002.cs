// Not compiled with the project: an arrow of another language.
using DslTensors;

namespace Mistakes.DSLT1002;

[TensorOp("n m, m p => n p")]
public static partial class Product
{
}
