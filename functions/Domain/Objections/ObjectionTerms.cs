using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>
/// What of a delivered result a person may object to: predicate, score, and whether the place is in the top share. The
/// number of the place is none of it: it moves with everybody's. Excluded from the reward is in the share all the same.
/// </summary>
public readonly record struct DeliveredOutcome(Predicate? Predicate, Score? Score, bool InTopShare)
{
    public static DeliveredOutcome Of(Predicate? predicate, Score? score, TopShare? top) =>
        new(predicate, score, top is TopShare.In or TopShare.ExcludedFromReward);
}

/// <summary>
/// A revision that changes a person's outcome is a delivery of its own, with a term of its own (PP 30/2019 art. 59
/// gives 14 days from delivery); to everybody else the term of the delivery before runs on. Who receives a later
/// revision that changed nothing for him has received the outcome all the same.
/// </summary>
public static class ObjectionTerms
{
    /// <summary>The delivery by which the person's term runs, with the first receipt of its outcome.</summary>
    /// <param name="published">
    /// Of every published revision, the first one first: what the person came out with, and the receipt of that very
    /// revision.
    /// </param>
    public static Delivery RunsBy(IReadOnlyList<Delivery> published)
    {
        var last = published[0];
        foreach (var next in published.Skip(1))
        {
            last = next.Outcome == last.Outcome ? last with { Receipt = First(last.Receipt, next.Receipt) } : next;
        }

        return last;
    }

    private static ResultReceipt? First(ResultReceipt? one, ResultReceipt? other) =>
        one is null || other?.At < one.At ? other : one;
}
