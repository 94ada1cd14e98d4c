using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>
/// What a person's app confirmed: the result of a revision was received. It counts from the moment at which it is
/// confirmed, never from an earlier one, so that nobody's term is shortened afterwards; the first one stays.
/// </summary>
/// <param name="Revision">Of the run.</param>
/// <param name="At">When it was confirmed.</param>
/// <param name="Until">The last day of the term to object that runs from it.</param>
public sealed record ResultReceipt(int Revision, Instant At, LocalDate Until)
{
    public Actor? Actor { get; init; }
}

/// <summary>What a published revision came to for one person, and how it reached the person.</summary>
/// <param name="Revision">Of the run.</param>
/// <param name="Outcome">What the person came out with.</param>
/// <param name="DeemedOn">
/// The day on which it counts as delivered whatever an app confirms; null of a run that kept none.
/// </param>
/// <param name="DeemedUntil">The last day of the term to object that runs from that day.</param>
public sealed record Delivery(int Revision, DeliveredOutcome Outcome, LocalDate? DeemedOn, LocalDate DeemedUntil)
{
    /// <summary>The first one of this outcome; null when no app confirmed it.</summary>
    public ResultReceipt? Receipt { get; init; }

    /// <summary>The last day on which the person may object: from the receipt if that came first.</summary>
    public LocalDate Until => Receipt is { } received ? LocalDate.Min(received.Until, DeemedUntil) : DeemedUntil;
}
