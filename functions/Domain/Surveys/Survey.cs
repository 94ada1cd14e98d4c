using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Surveys;

public enum QuestionKind
{
    /// <summary>One of five steps, 1 the least.</summary>
    Scale,

    /// <summary>One of the choices that the question names.</summary>
    Choice,

    /// <summary>Free words; they are shown without anything that leads to a person.</summary>
    Text,
}

/// <summary>Whether a person serves at a central or a local agency (instansi pusat, daerah).</summary>
public enum GovernmentLevel
{
    Central,
    Local,
}

/// <summary>
/// By what the answers are also counted in groups. One per questionnaire and fixed before it opens: two breakdowns of
/// the same answers could be subtracted from one another.
/// </summary>
public enum SurveyBreakdown
{
    None,
    Level,
    EmploymentKind,
    Unit,

    /// <summary>Of a questionnaire over all agencies, and of no other.</summary>
    Agency,
}

/// <summary>A question; <paramref name="Choices"/> is empty but for <see cref="QuestionKind.Choice"/>.</summary>
public sealed record SurveyQuestion(string Id, QuestionKind Kind, string Words, IReadOnlyList<string> Choices);

/// <summary>
/// All agencies that were asked had been counted: as which of the times it was closed, from 0, and when.
/// </summary>
public sealed record SurveyCounted(int Closing, Instant At);

/// <summary>The window was made longer: from one last day to another, by whom it may concern and why.</summary>
public sealed record SurveyExtension(LocalDate From, LocalDate To, string Reason, Instant At)
{
    public Actor? Actor { get; init; }
}

/// <summary>
/// A questionnaire with its window: open from <paramref name="OpensOn"/> to the last day, both included, by the
/// agency's calendar. Units and posts empty: everybody in service. An agency asks its own people, the national operator
/// those of all or of some agencies, as with the survey of 2022 on flexible work.
/// </summary>
public sealed record Survey(
    SurveyId Id,
    string Title,
    LocalDate OpensOn,
    LocalDate FirstLastDay,
    SurveyBreakdown Breakdown,
    IReadOnlyList<SurveyQuestion> Questions,
    IReadOnlyList<UnitId> Units,
    IReadOnlyList<PostId> Posts)
{
    public IReadOnlyList<SurveyExtension> Extensions { get; init; } = [];

    /// <summary>Whom the national operator asks; empty: every agency. One of an agency names none.</summary>
    public IReadOnlyList<AgencyId> Agencies { get; init; } = [];

    /// <summary>Of one over all agencies: each time that its answers were counted, the oldest first.</summary>
    public IReadOnlyList<SurveyCounted> Counted { get; init; } = [];

    public Actor? Actor { get; init; }

    public LocalDate LastDay => Extensions.Count > 0 ? Extensions[^1].To : FirstLastDay;

    /// <summary>
    /// When an extension last opened it again after it had closed, by the zone of its days; null: none did.
    /// </summary>
    public Instant? ReopenedAt(DateTimeZone zone) => Extensions
        .Where(one => IsReopening(one, zone)).Select(one => (Instant?)one.At).Max();

    /// <summary>How often it was opened again; its answers are counted once for each time that it closed.</summary>
    public int ClosingIn(DateTimeZone zone) => Extensions.Count(one => IsReopening(one, zone));

    public bool IsCounted(int closing) => Counted.Any(one => one.Closing == closing);

    public bool IsOpenOn(LocalDate date) => date >= OpensOn && date <= LastDay;

    public bool Asks(AgencyId agency) => Agencies.Count == 0 || Agencies.Contains(agency);

    public bool Asks(Employee person) =>
        person.Active
        && (Units.Count == 0 || Units.Contains(person.UnitId))
        && (Posts.Count == 0 || (person.PostId is { } post && Posts.Contains(post)));

    /// <summary>Whether that person can answer it on that day, by the agency's calendar.</summary>
    public bool IsOpenTo(AgencyId agency, Employee person, LocalDate date) =>
        IsOpenOn(date) && Asks(agency) && Asks(person);

    private static bool IsReopening(SurveyExtension extension, DateTimeZone zone) =>
        extension.At.InZone(zone).Date > extension.From;
}

/// <summary>One answer: a step, a choice or words, as its question asks.</summary>
public sealed record SurveyAnswer(string QuestionId, int? Step, string? Choice, string? Words);

/// <summary>One person's answers; sent again they replace the earlier ones, until the last day is over.</summary>
public sealed record SurveyResponse(
    EmployeeId EmployeeId,
    UnitId UnitId,
    EmploymentKind Employment,
    GovernmentLevel Level,
    IReadOnlyList<SurveyAnswer> Answers,
    Instant AnsweredAt)
{
    /// <summary>The app alone: nobody else is kept beside answers than whose they are.</summary>
    public Actor? Actor { get; init; }
}
