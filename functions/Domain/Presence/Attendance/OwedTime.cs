using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>Spans of time, in order and apart from each other: hours, and what is left of them.</summary>
internal sealed class OwedTime
{
    private static readonly OwedTime None = new([]);

    private OwedTime(IReadOnlyList<Interval> spans) => Spans = spans;

    internal IReadOnlyList<Interval> Spans { get; }

    /// <summary>Of the first span; where there is none this is a bug.</summary>
    internal Instant Start => Spans[0].Start;

    internal Instant End => Spans[^1].End;

    internal Duration Total => Spans.Aggregate(Duration.Zero, (sum, span) => sum + span.Duration);

    internal int Minutes => (int)Math.Floor(Total.TotalMinutes);

    /// <summary>None when the end is not after the beginning.</summary>
    internal static OwedTime Of(Instant from, Instant to) => from < to ? new([new Interval(from, to)]) : None;

    /// <summary>What is left when these are taken out, in any order.</summary>
    internal OwedTime Without(IEnumerable<Interval> taken) => taken.Aggregate(
        this, (left, next) => new OwedTime([.. left.Spans.SelectMany(span => Cut(span, next))]));

    private static IEnumerable<Interval> Cut(Interval span, Interval taken)
    {
        var (first, last) = (Instant.Min(span.End, taken.Start), Instant.Max(span.Start, taken.End));
        if (span.Start < first)
        {
            yield return new Interval(span.Start, first);
        }

        if (last < span.End)
        {
            yield return new Interval(last, span.End);
        }
    }
}
