namespace DslTensors.Tests.Differentiation;

/// <summary>A view that does not know of a recorded in-place write to its base is refused, never differentiated wrongly.</summary>
public class StaleViewTests
{
    [Fact]
    public void A_view_taken_before_a_recorded_write_to_its_base_is_refused()
    {
        var y = Leaf() * 2;
        var row = y[0];
        y.MulInPlace(3);
        var error = Assert.Throws<AutogradException>(() => row.Sum());
        Assert.Contains("Take the view again", error.Message);
    }

    [Fact]
    public void A_view_of_a_constant_that_became_part_of_a_graph_is_refused()
    {
        var constant = Tensor.Ones<double>(2, 3);
        var row = constant[0];
        constant.MulInPlace(Leaf());
        Assert.Throws<AutogradException>(() => (row * 2).Sum());
    }

    [Fact]
    public void A_view_taken_again_has_the_right_gradient()
    {
        var x = Leaf();
        var y = x * 2;
        y.MulInPlace(3);
        y[0].Sum().Backward();
        Assert.Equal([6, 6, 6, 0, 0, 0], x.Grad!.ToArray());
    }

    [Fact]
    public void Writes_that_nothing_records_leave_views_as_they_are()
    {
        var constant = Tensor.Ones<double>(2, 3);
        var row = constant[0];
        constant.MulInPlace(3);
        Assert.Equal(9, row.Sum().Item());
    }

    private static Tensor<double> Leaf()
    {
        var x = Tensor.Ones<double>(2, 3);
        x.RequiresGrad = true;
        return x;
    }
}
