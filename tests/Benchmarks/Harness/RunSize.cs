using System.Globalization;

namespace Kinerja.Benchmarks.Harness;

/// <summary>
/// How much is measured. Rounds: how often each side runs, in turn. Seconds: how long one stretch under load lasts.
/// Scale: the size of what is computed in memory, 1 being the size that the design's bars speak of.
/// </summary>
internal sealed record RunSize(int Rounds, double Seconds, double Scale)
{
    private const string Usage = "options: [names...] [--rounds N] [--seconds S] [--scale F]";

    private static RunSize Usual { get; } = new(5, 3, 1);

    /// <summary>A size that is scaled, but never below what still means something.</summary>
    public int Scaled(int full, int least) => Math.Max(least, (int)(full * Scale));

    public static RunSize? Parse(
        string[] args,
        IReadOnlyCollection<string> known,
        out IReadOnlyList<string> names,
        out string fault)
    {
        var asked = new List<string>();
        var size = Usual;
        fault = $"Known benchmarks: {string.Join(", ", known)}; {Usage}";
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            if (known.Contains(args[i]))
            {
                asked.Add(args[i]);
                continue;
            }

            if (size.With(args[i], value) is not { } next)
            {
                names = [];
                return null;
            }

            size = next;
            i++;
        }

        names = asked.Count > 0 ? asked : [.. known];
        return size;
    }

    private RunSize? With(string option, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return (option, value) switch
        {
            ("--rounds", >= 1 and <= 100) => this with { Rounds = (int)value },
            // Load on a machine is bounded: no stretch is longer than a minute.
            ("--seconds", >= 0.1 and <= 60) => this with { Seconds = value },
            ("--scale", > 0 and <= 2) => this with { Scale = value },
            _ => null,
        };
    }
}
