using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>How far a day's entry is. Only what is approved counts as work that the rater has seen.</summary>
public enum DailyEntryState
{
    /// <summary>The person still writes.</summary>
    Draft,

    /// <summary>The rater is to look at it.</summary>
    Submitted,

    Approved,

    /// <summary>The rater sent it back with a reason; the person may put it right and submit it again.</summary>
    Returned,
}

/// <summary>
/// What a person did on a day towards a result of the agreed plan: words, minutes or a quantity of that result's own
/// unit, links to evidence and the SHA-256 of evidence that lies elsewhere.
/// </summary>
public sealed record DailyEntryContent(
    LocalDate PlanFrom,
    PlanRowId ResultId,
    string Words,
    int? Minutes,
    decimal? Quantity,
    IReadOnlyList<EvidenceLink> Evidence,
    IReadOnlyList<Sha256Hex> EvidenceSha256)
{
    /// <summary>Whether both say the same, list by list.</summary>
    public bool Says(DailyEntryContent other) =>
        this with { Evidence = [], EvidenceSha256 = [] } == other with { Evidence = [], EvidenceSha256 = [] }
        && Evidence.SequenceEqual(other.Evidence)
        && EvidenceSha256.SequenceEqual(other.EvidenceSha256);
}

/// <summary>What the rater or a delegate said of an entry.</summary>
public sealed record DailyEntryDecision(EmployeeId By, bool Approved, string? Words, Instant At)
{
    public Actor? Actor { get; init; }
}

/// <summary>
/// A day's entry (progres harian) under the plan of a quarter: e-Kinerja asks for them since 2026. Version counts from
/// 1 with every change.
/// </summary>
public sealed record DailyEntry(
    EmployeeId EmployeeId,
    LocalDate Day,
    ClientId Id,
    DailyEntryContent Content,
    DailyEntryState State,
    Instant WrittenAt,
    int Version)
{
    /// <summary>When it was first submitted: putting right what was returned makes nobody late.</summary>
    public Instant? SubmittedAt { get; init; }

    /// <summary>The last day on which it was in time; null where the agency's policy names no term.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Whether it was submitted after that day. It is marked and never refused.</summary>
    public bool Late { get; init; }

    /// <summary>The last one; a later submission leaves it to be read.</summary>
    public DailyEntryDecision? Decision { get; init; }

    public Actor? Actor { get; init; }

    /// <summary>Whether it waits for somebody: for the rater, or sent back for the person.</summary>
    public bool IsOpen => State is DailyEntryState.Submitted or DailyEntryState.Returned;
}

/// <summary>A person's entries of a period, counted.</summary>
public sealed record DailyProgress(
    EmployeeId EmployeeId, int Days, int Drafts, int Submitted, int Approved, int Returned, int Late,
    int ApprovedMinutes)
{
    /// <summary>Days count once, however many entries they have; drafts are nobody's work yet.</summary>
    public static DailyProgress Of(EmployeeId person, IReadOnlyCollection<DailyEntry> entries) => new(
        person,
        entries.Where(e => e.State != DailyEntryState.Draft).Select(e => e.Day).Distinct().Count(),
        entries.Count(e => e.State == DailyEntryState.Draft),
        entries.Count(e => e.State == DailyEntryState.Submitted),
        entries.Count(e => e.State == DailyEntryState.Approved),
        entries.Count(e => e.State == DailyEntryState.Returned),
        entries.Count(e => e.Late),
        entries.Where(e => e.State == DailyEntryState.Approved).Sum(e => e.Content.Minutes ?? 0));
}
