using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Domain.Exchange;

/// <summary>What became of one person's result. The names are stored and answered.</summary>
public enum SiasnState
{
    /// <summary>Written, and read back.</summary>
    Sent,

    /// <summary>SIASN had it already.</summary>
    AlreadyThere,

    /// <summary>Not taken, or must not be sent: it is not tried again until the agency asks for it.</summary>
    Refused,

    /// <summary>No answer, or one that asks to come again; the queue does.</summary>
    Failed,
}

/// <summary>Why a result is not at SIASN. The names are stored and answered.</summary>
public enum SiasnCause
{
    /// <summary>The person has no NIP here.</summary>
    NoNip,

    /// <summary>Nor has the rater, such as an elected head of a region.</summary>
    NoRaterNip,

    /// <summary>No coefficient is set for the person's post, and none for everybody.</summary>
    NoCoefficient,

    /// <summary>SIASN knows nobody by that NIP: of the person, or of the rater.</summary>
    UnknownPerson,

    /// <summary>SIASN answered of somebody else than was asked for. Nothing was sent.</summary>
    WrongPerson,

    /// <summary>SIASN has several records of the period that contradict each other. Nothing was sent.</summary>
    SeveralRecords,

    /// <summary>SIASN refused it.</summary>
    NotTaken,

    /// <summary>An answer that does not say what it should. Nothing was sent by it.</summary>
    Unreadable,

    /// <summary>No answer, one that broke off, or one that asks to come again (408, 429, 5xx).</summary>
    NoAnswer,

    /// <summary>SIASN said that it took it, and does not show it.</summary>
    NotShown,
}

/// <summary>What of a result is sent: a later revision that changes none of it sends nothing.</summary>
public sealed record SiasnContent(
    Predicate Predicate, ExpectationLevel Result, ExpectationLevel Behaviour, EmployeeId? RaterId)
{
    public static SiasnContent Of(Assessment assessment, EmployeeId? rater) =>
        new(assessment.Predicate, assessment.Result, assessment.Behaviour, rater);
}

/// <summary>One person's result of a period, and what became of it at SIASN. It holds no NIP.</summary>
public sealed record SiasnEntry(
    AgencyId AgencyId, AppraisalPeriod Period, EmployeeId EmployeeId, int Revision, SiasnContent Content,
    SiasnState State, Instant At)
{
    /// <summary>Of what is not there.</summary>
    public SiasnCause? Cause { get; init; }

    /// <summary>What SIASN answered, in its own words where they are short and name nobody.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// Whether nothing is to be done for that content: it is there, or was refused and nobody asked for it again.
    /// </summary>
    public bool Settles(SiasnContent content, bool anew) => Content == content && State switch
    {
        SiasnState.Sent or SiasnState.AlreadyThere => true,
        SiasnState.Refused => !anew,
        SiasnState.Failed => false,
    };
}

/// <summary>How many of which; people: whoever has a predicate.</summary>
public readonly record struct SiasnCounts(int People, int Sent, int AlreadyThere, int Refused, int Failed)
{
    /// <summary>Looked at by nobody yet.</summary>
    public int Waiting => People - Sent - AlreadyThere - Refused - Failed;

    internal bool Done => Waiting == 0 && Failed == 0;

    public static SiasnCounts operator +(SiasnCounts one, SiasnCounts other) => new(
        one.People + other.People, one.Sent + other.Sent, one.AlreadyThere + other.AlreadyThere,
        one.Refused + other.Refused, one.Failed + other.Failed);

    public static SiasnCounts Of(int people, IEnumerable<SiasnState> states)
    {
        var by = states.CountBy(state => state).ToDictionary();
        int Count(SiasnState state) => by.GetValueOrDefault(state);
        return new(
            people, Count(SiasnState.Sent), Count(SiasnState.AlreadyThere), Count(SiasnState.Refused),
            Count(SiasnState.Failed));
    }
}

/// <summary>
/// Some 500 people of a period, as its run has them, and how far they are. One step at a time is at them: it holds the
/// shard under the name of its message, for longer than a function may run.
/// </summary>
/// <param name="AgencyId">Whose.</param>
/// <param name="Period">Of when.</param>
/// <param name="Number">From 0.</param>
/// <param name="Revision">Of the result that is sent.</param>
/// <param name="Counts">Null until a step has been at it.</param>
public sealed record SiasnShard(
    AgencyId AgencyId, AppraisalPeriod Period, int Number, int Revision, SiasnCounts? Counts)
{
    /// <summary>More than <c>functionTimeout</c> of host.json: whoever held it for so long is not alive.</summary>
    public static Duration MostHeld { get; } = Duration.FromMinutes(31);

    public string? HeldBy { get; init; }

    public Instant? HeldUntil { get; init; }

    public bool Done => Counts?.Done == true;

    /// <summary>A message that comes again takes up what it held before.</summary>
    public bool IsHeldFrom(string message, Instant now) => HeldBy is { } holder && holder != message && now < HeldUntil;

    public SiasnShard Held(string message, Instant now) =>
        this with { HeldBy = message, HeldUntil = now + MostHeld };

    public SiasnShard Left(SiasnCounts counts) => this with { Counts = counts, HeldBy = null, HeldUntil = null };
}
