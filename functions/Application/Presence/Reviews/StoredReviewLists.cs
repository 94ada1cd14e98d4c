using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>
/// The two lists of a review, as they stand in its row: what was seen, and who decided what about it.
/// </summary>
internal sealed record StoredReviewLists(
    IReadOnlyList<StoredEvidence> Evidence, IReadOnlyList<StoredReviewDecision>? Trail = null)
{
    internal static byte[] Write(Review review) => JsonSerializer.SerializeToUtf8Bytes(
        new([.. review.Evidence.Select(StoredEvidence.Of)], [.. review.Trail.Select(StoredReviewDecision.Of)]),
        StoredJson.Default.StoredReviewLists);

    /// <summary>Person and signal are the review's own and stand in columns.</summary>
    internal static (IReadOnlyList<Evidence> Evidence, IReadOnlyList<ReviewDecision> Trail) Read(
        byte[] json, EmployeeId employee, SignalKind signal)
    {
        var stored = JsonSerializer.Deserialize(json, StoredJson.Default.StoredReviewLists)!;
        return (
            [.. stored.Evidence.Select(e => e.Read(employee, signal))],
            [.. (stored.Trail ?? []).Select(d => d.Read())]);
    }
}

/// <summary>One thing seen. The window is there where the evidence is that nothing came.</summary>
internal sealed record StoredEvidence(
    string Date,
    IReadOnlyList<string>? CheckIns = null,
    StoredFigures? Figures = null,
    string? Opens = null,
    string? Closes = null)
{
    internal static StoredEvidence Of(Evidence evidence) => new(
        StoredValues.Text(evidence.Date),
        [.. evidence.CheckIns.Select(c => c.ToString())],
        StoredFigures.Of(evidence.Figures),
        Wall(evidence.Asked?.Opens),
        Wall(evidence.Asked?.Closes));

    internal Evidence Read(EmployeeId employee, SignalKind signal) => new(
        employee,
        signal,
        StoredValues.Day(Date),
        [.. (CheckIns ?? []).Select(c => ClientId.Parse(c).Value)],
        (Figures ?? new()).Read())
    {
        Asked = (Opens, Closes) is ({ } opens, { } closes) ? new AskedWindow(Wall(opens), Wall(closes)) : null,
    };

    private static string? Wall(OffsetDateTime? time) =>
        time is { } at ? OffsetDateTimePattern.ExtendedIso.Format(at) : null;

    private static OffsetDateTime Wall(string text) => OffsetDateTimePattern.ExtendedIso.Parse(text).Value;
}

/// <summary>What was seen, in numbers; those that a signal does not know are missing.</summary>
internal sealed record StoredFigures(
    int? Trust = null,
    double? Kilometres = null,
    double? Minutes = null,
    int? Days = null,
    int? People = null,
    int? Devices = null)
{
    internal static StoredFigures Of(SignalFigures figures) =>
        new(figures.Trust, figures.Kilometres, figures.Minutes, figures.Days, figures.People, figures.Devices);

    internal SignalFigures Read() => new()
    {
        Trust = Trust,
        Kilometres = Kilometres,
        Minutes = Minutes,
        Days = Days,
        People = People,
        Devices = Devices,
    };
}

internal sealed record StoredReviewDecision(
    string Outcome, string ById, string Reason, string At, StoredActor? Actor = null)
{
    internal static StoredReviewDecision Of(ReviewDecision decision) => new(
        JsonFormat.Name(decision.Outcome),
        decision.DecidedBy.ToString(),
        decision.Reason,
        StoredValues.Text(decision.At),
        StoredActor.Of(decision.Actor));

    internal ReviewDecision Read() =>
        new(StoredValues.Enum<ReviewState>(Outcome), StoredValues.Person(ById), Reason, StoredValues.At(At))
        {
            Actor = Actor?.Read(),
        };
}
