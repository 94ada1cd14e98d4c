namespace Kinerja.Benchmarks.Harness;

/// <summary>One side of a comparison: measures itself once per call.</summary>
internal sealed record Contender<T>(string Name, Func<Task<T>> MeasureAsync);

/// <summary>What one side measured, round by round.</summary>
internal sealed record Series<T>(string Name, IReadOnlyList<T> Samples)
{
    public double Median(Func<T, double> figure) => Rounds.Median(Samples.Select(figure));

    /// <summary>The median of the rounds' own ratios: what slows a whole round slows both sides of it.</summary>
    public double RatioTo(Series<T> other, Func<T, double> figure) =>
        Rounds.Median(Samples.Zip(other.Samples, (ours, theirs) => figure(ours) / figure(theirs)));
}

/// <summary>
/// Runs the sides in turn (A B C, A B C, …) after one round that only warms up, so that drift meets all alike.
/// </summary>
internal static class Rounds
{
    public static async Task<IReadOnlyList<Series<T>>> RunAsync<T>(int rounds, IReadOnlyList<Contender<T>> contenders)
    {
        var samples = contenders.Select(_ => new List<T>(rounds)).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                // Nobody pays for the garbage of the one before.
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var sample = await contenders[i].MeasureAsync();
                if (round > 0)
                {
                    samples[i].Add(sample);
                }
            }
        }

        return [.. contenders.Select((c, i) => new Series<T>(c.Name, samples[i]))];
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
