using NodaTime;

namespace Kinerja.Domain.Intake.Pulls;

/// <summary>Why a register could not be taken from an agency's server. The names are stored and answered.</summary>
public enum PullFault
{
    /// <summary>No answer, one that broke off, or one that asks to come again later (408, 429, 5xx).</summary>
    Unreachable,

    /// <summary>An answer that gives nothing, such as 401 or 404.</summary>
    NotGiven,

    /// <summary>An answer that does not say what it should, or says more than is taken.</summary>
    Malformed,

    /// <summary>The register changed between two pages, and did so again when it was read anew.</summary>
    Changing,

    /// <summary>The rows did not come to the number that the server says.</summary>
    Incomplete,

    /// <summary>The whole did not come within the time for one reading.</summary>
    TooSlow,
}

/// <summary>What was wrong the last time, and when.</summary>
public sealed record PullProblem(PullFault Fault, Sentence Detail, Instant At);

/// <summary>
/// Where an agency's own personnel system (HR, SIMPEG) gives its register, and how what is read there comes to hold.
/// </summary>
/// <param name="AgencyId">Whose.</param>
/// <param name="Url">Where the first page is.</param>
/// <param name="Token">What the server knows this service by; sealed where it is stored.</param>
/// <param name="AutomaticUpTo">
/// How many changes of one pull hold without anybody's word; with more of them all wait until somebody agrees. 0: all
/// wait always. No rule says it: it is the agency's.
/// </param>
/// <param name="SetAt">When that was said.</param>
public sealed record RegisterSource(AgencyId AgencyId, Uri Url, string Token, int AutomaticUpTo, Instant SetAt)
{
    public const int MostAutomatic = 1_000_000;

    /// <summary>Who said it; changes without anybody's word are made in this name.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The version (ETag) of the register that was read whole the last time; null before that.</summary>
    public string? Tag { get; init; }

    /// <summary>When the server last gave the whole, or said that nothing changed.</summary>
    public Instant? ReadAt { get; init; }

    /// <summary>Null when the last time went well.</summary>
    public PullProblem? Problem { get; init; }

    public RegisterSource Read(string? tag, Instant now) =>
        this with { Tag = tag ?? Tag, ReadAt = now, Problem = null };

    /// <summary>What is known of the register stays: a failure says nothing about it.</summary>
    public RegisterSource Failed(PullFault fault, Sentence detail, Instant now) =>
        this with { Problem = new(fault, detail, now) };

    public override string ToString() => $"register source of {AgencyId} (token hidden)";
}
