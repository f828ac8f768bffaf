//~ points.Unsqueeze(1) - centers.Unsqueeze(0) => points - centers
//~ .Sum(2) => .Sum(3)
//~ distances.Argmin(1) => distances.Argmin(2)
//~ Tensor.Stack(means); => Tensor.Stack(means).Reshape(-1, 3);
namespace Clusters;

public static class Program
{
    public static Tensor<float> Cluster(int k, int rounds)
    {
        var points = Tensor.Randn(500, 2);
        var centers = points[..5];
        for (var round = 0; round < rounds; round++)
        {
            var distances = (points.Unsqueeze(1) - centers.Unsqueeze(0)).Pow(2).Sum(2);
            var nearest = distances.Argmin(1);
            var means = new List<Tensor<float>>();
            for (var i = 0; i < 5; i++)
                means.Add(points[nearest.Eq(i)].Mean(0));
            centers = Tensor.Stack(means.ToArray());
        }

        return centers;
    }

    public static Tensor<float> Fixed()
    {
        var points = Tensor.Randn(500, 2);
        Tensor<float>[] means = [points.Mean(0), points[..10].Mean(0)];
        return Tensor.Stack(means);
    }
}
