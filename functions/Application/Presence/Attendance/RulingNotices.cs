using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Who is told what of a day's ruling; written with it, beside its row.</summary>
internal static class RulingNotices
{
    /// <param name="ruling">With the step that is told last.</param>
    /// <param name="objectUntil">The last day on which the person can object.</param>
    /// <param name="decider">Who decides an objection; null where nobody does.</param>
    internal static IReadOnlyList<OutgoingEvent> Of(DayRuling ruling, LocalDate objectUntil, EmployeeId? decider)
    {
        var step = ruling.Steps[^1];
        return step.Kind switch
        {
            RulingStepKind.Passed => Told(ruling, (step.By, NoticeCode.RulingPassed, OfPerson(ruling))),
            RulingStepKind.Ruled => Told(
                ruling, (ruling.EmployeeId, NoticeCode.RulingMade, About(ruling) with { DueOn = objectUntil })),
            RulingStepKind.Objected => decider is { } superior
                ? Told(ruling, (superior, NoticeCode.RulingObjected, OfPerson(ruling)))
                : [],
            RulingStepKind.Decided => Told(
                ruling,
                (ruling.EmployeeId, NoticeCode.RulingDecided, About(ruling)),
                (ruling.Steps.Last(s => s.Kind == RulingStepKind.Ruled).By, NoticeCode.RulingDecided,
                    OfPerson(ruling))),
            RulingStepKind.Answered => [],
        };
    }

    /// <summary>The version tells a second ruling from the first one with the same outcome.</summary>
    private static NoticeSubject About(DayRuling ruling) => new()
    {
        Date = ruling.Date,
        Reference = $"v{ruling.Version}",
        Outcome = ruling.Standing?.Outcome is { } outcome ? JsonFormat.Name(outcome) : null,
    };

    private static NoticeSubject OfPerson(DayRuling ruling) => About(ruling) with { EmployeeId = ruling.EmployeeId };

    private static IReadOnlyList<OutgoingEvent> Told(
        DayRuling ruling, params (EmployeeId To, NoticeCode Code, NoticeSubject About)[] notices) => NoticeEvents.Of(
        notices.Select(n => new Notice(ruling.AgencyId, n.To, n.Code, n.About, ruling.Steps[^1].At)),
        new OutboxPlace(TableNames.Rulings, TableKeys.MonthOf(ruling.AgencyId, ruling.Date.ToYearMonth())));
}
