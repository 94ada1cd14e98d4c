using Kinerja.Application.FollowUp;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Runs;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>
/// A page of objections and proposals of which a term is over and nobody has done what was due, and where the next one
/// begins; null when there is none.
/// </summary>
public sealed record OverdueCases(
    IReadOnlyList<Objection> Objections, IReadOnlyList<Proposal> Proposals, string? Next)
{
    /// <summary>
    /// Calendars and hours of Ramadan that will be reached soon, or were, and nobody has given; the same on each page.
    /// </summary>
    public required IReadOnlyList<TimeGap> Missing { get; init; }
}

/// <summary>
/// What the timer found over and what is still so: for the personnel office all of it, for an official the objections
/// that wait for him or were escalated to him. Proposals, and calendars that are missing, wait for the personnel office
/// alone.
/// </summary>
public sealed class ReadOverdue(
    AgencyDirectory register, IObjections objections, IProposals proposals, TimeProvider clock)
{
    /// <summary>Objections come before proposals, of each what was due first.</summary>
    public async Task<Result<OverdueCases>> ListAsync(
        AgencyId agency, EmployeeId? official, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } home)
        {
            return NotFound.Agency(agency);
        }

        if (official is { } named && await register.FindEmployeeAsync(agency, named, cancel) is null)
        {
            return NotFound.Employee(named, "/officialId");
        }

        var cases = new List<Case>();
        foreach (var period in RunRules.InReach(home, clock.Now()))
        {
            cases.AddRange(await objections.ListAsync(agency, period, cancel)
                .Select(o => o.Value).Where(o => IsOverdue(o) && Concerns(o, official)).Select(o => Case.Of(o))
                .ToListAsync(cancel));
        }

        if (official is null)
        {
            cases.AddRange(await proposals.ListAsync(agency, ProposalState.Decided, null, cancel)
                .Where(p => p.IsReminded).Select(p => Case.Of(p)).ToListAsync(cancel));
        }

        var page = cases.After(after, most, found => found.Place);
        var today = clock.Now().InZone(home.Zone).Date;
        return new OverdueCases(
            [.. page.Items.Select(found => found.Objection).OfType<Objection>()],
            [.. page.Items.Select(found => found.Proposal).OfType<Proposal>()],
            page.Next)
        {
            Missing = official is null
                ? TimeGaps.Of(await register.RulesOfAsync(agency, cancel), today, today.PlusDays(TimeGaps.LeadDays))
                : [],
        };
    }

    private static bool IsOverdue(Objection known) =>
        known.State == ObjectionState.Filed
            && (known.Overdue is not null || known is { HearingLapsedAt: not null, IsHeard: false });

    private static bool Concerns(Objection known, EmployeeId? official) =>
        official is null || known.SuperiorId == official || known.Overdue?.ToId == official;

    /// <summary>One of the two, and its place among all.</summary>
    private sealed record Case(string Place, Objection? Objection, Proposal? Proposal)
    {
        internal static Case Of(Objection known) => new(
            PlaceOf("objection", known.DecideBy, known.Claim.EmployeeId, known.Claim.Period), known, null);

        internal static Case Of(Proposal known) => new(
            PlaceOf("proposal", known.DueOn!.Value, known.EmployeeId, known.Id), null, known);

        private static string PlaceOf(string kind, LocalDate due, EmployeeId person, object rest) =>
            $"{kind}_{LocalDatePattern.Iso.Format(due)}_{person}_{rest}";
    }
}
