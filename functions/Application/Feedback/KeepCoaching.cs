using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Feedback;

/// <summary>A session as its coach hands it over.</summary>
public sealed record CoachingCommand(ClientId Id, EmployeeId EmployeeId, EmployeeId CoachId, CoachingContent Content);

public sealed record SessionRatingCommand(IReadOnlyList<CriterionStep> Criteria, string? Remark);

public sealed record SuperiorViewCommand(EmployeeId ById, string Words);

/// <summary>Coaching sessions: written by the coach, rated by the person, viewed by the coach's superior.</summary>
public sealed class KeepCoaching(
    AgencyDirectory register, IWorkforce workforce, ICoaching sessions, IDelegations delegations, TimeProvider clock)
{
    public async Task<Result<CoachingSession>> WriteAsync(
        Actor actor, CoachingCommand claim, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindEmployeeAsync(agency, claim.EmployeeId, cancel) is not { } person)
        {
            return NotFound.Employee(claim.EmployeeId);
        }

        var known = await sessions.FindAsync(agency, claim.EmployeeId, claim.Id, cancel);
        if (known?.Value is { } stored && stored.CoachId == claim.CoachId
            && stored.Content.SaysTheSameAs(claim.Content))
        {
            return stored;
        }

        var next = new CoachingSession(
            claim.Id, claim.EmployeeId, claim.CoachId, claim.Content, clock.Now(), (known?.Value.Version ?? 0) + 1)
        {
            Actor = actor,
        };
        var acting = await delegations.ListForAsync(register, agency, person, cancel);
        var today = (await register.TodayAsync(agency, cancel))!.Value;
        return await StoreAsync(agency, known, CoachingRules.Write(known?.Value, next, person, acting, today), cancel);
    }

    public async Task<Result<CoachingSession>> RateAsync(
        Actor actor, EmployeeId employee, ClientId id, SessionRatingCommand claim, CancellationToken cancel)
    {
        if (!(await FindAsync(actor.Agency, employee, id, cancel)).TryGet(out var known, out var refusal))
        {
            return refusal;
        }

        var rating = new SessionRating(claim.Criteria, claim.Remark, clock.Now()) { Actor = actor };
        return await StoreAsync(actor.Agency, known, CoachingRules.Rate(known.Value, rating), cancel);
    }

    public async Task<Result<CoachingSession>> ViewAsync(
        Actor actor, EmployeeId employee, ClientId id, SuperiorViewCommand claim, CancellationToken cancel)
    {
        if (!(await FindAsync(actor.Agency, employee, id, cancel)).TryGet(out var known, out var refusal))
        {
            return refusal;
        }

        var coach = await register.FindEmployeeAsync(actor.Agency, known.Value.CoachId, cancel);
        var view = new SuperiorView(claim.ById, claim.Words, clock.Now()) { Actor = actor };
        return await StoreAsync(actor.Agency, known, CoachingRules.View(known.Value, view, coach?.RaterId), cancel);
    }

    /// <summary>A person's sessions in the order they were held; of one period when that is named.</summary>
    public async Task<Result<IReadOnlyList<CoachingSession>>> ListAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod? period, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, employee, cancel) is null
            ? NotFound.Employee(employee)
            : await sessions.ListAsync(agency, employee, cancel)
                .Where(s => period is null || s.Content.Period == period)
                .OrderBy(s => s.Content.HeldOn).ThenBy(s => s.Id)
                .ToListAsync(cancel);

    /// <summary>How far everybody is whom the leader rates today, by id; also who had no session.</summary>
    public async Task<Result<IReadOnlyList<CoachingProgress>>> ProgressAsync(
        AgencyId agency, EmployeeId leader, AppraisalPeriod? period, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, leader, cancel) is not { } rater)
        {
            return NotFound.Employee(leader, "/raterId");
        }

        var progress = new List<CoachingProgress>();
        foreach (var person in await delegations.ListRatedTodayAsync(register, workforce, agency, rater, cancel))
        {
            var held = await sessions.ListAsync(agency, person.Id, cancel)
                .Where(s => period is null || s.Content.Period == period).ToListAsync(cancel);
            progress.Add(CoachingRules.ProgressOf(person.Id, held));
        }

        return progress.OrderBy(one => one.EmployeeId).ToList();
    }

    private async Task<Result<Tagged<CoachingSession>>> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        return await sessions.FindAsync(agency, employee, id, cancel) is { } found ? found : NotFound.Coaching(id);
    }

    private async Task<Result<CoachingSession>> StoreAsync(
        AgencyId agency, Tagged<CoachingSession>? known, Result<CoachingSession> decided, CancellationToken cancel)
    {
        if (!decided.TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        return ReferenceEquals(next, known?.Value)
            || await sessions.AddVersionAsync(agency, next, known?.Tag, cancel)
                ? next
                : Refusal.Stale("Somebody else wrote to this session meanwhile.");
    }
}
