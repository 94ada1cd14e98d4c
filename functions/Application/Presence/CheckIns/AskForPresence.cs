using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Policies;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>What became of a request, and whether it had been heard before.</summary>
public sealed record RecordedProof(AskedProof Asked, bool Replayed);

/// <summary>
/// A leader asks named people or a unit for a proof of presence now (seed 003). Only somebody above each of them, or
/// who acts for their rater, may ask; each person at most so often a day. It shows where spot checks are read, and an
/// unanswered one is evidence for the superior, nothing else.
/// </summary>
public sealed class AskForPresence(
    AgencyDirectory register,
    IWorkforce workforce,
    IDelegations delegations,
    IPresenceProofs proofs,
    OutboxPublisher tell,
    TimeProvider clock)
{
    internal const int MostPeople = 200;

    internal static SpotCheckWindow WindowOf(AskedProof asked) =>
        new(asked.At, asked.At + Duration.FromMinutes(asked.Request.Minutes));

    public async Task<Result<RecordedProof>> ExecuteAsync(
        Actor actor, ProofOrder request, CancellationToken cancel)
    {
        var agency = request.AgencyId;
        if (await proofs.FindAsync(agency, request.Id, cancel) is { } known)
        {
            return await AgainAsync(known, request, cancel);
        }

        if (await register.FindEmployeeAsync(agency, request.AskedBy, cancel) is null)
        {
            return NotFound.Employee(request.AskedBy, "/askedById");
        }

        if (!(await PeopleAsync(request, cancel)).TryGet(out var people, out var refusal))
        {
            return refusal;
        }

        var now = clock.Now();
        if (await WhyNotAsync(request, people, now, cancel) is { } no)
        {
            return no;
        }

        var asked = new AskedProof(request, [.. people.Select(p => p.Id)], now) { Actor = actor };
        if (await proofs.AddOrFindAsync(asked, cancel) is { } faster)
        {
            return await AgainAsync(faster, request, cancel);
        }

        await TellAsync(asked, cancel);
        return new RecordedProof(asked, Replayed: false);
    }

    /// <summary>Told again, so that what a dead worker left out is set right.</summary>
    private async Task<Result<RecordedProof>> AgainAsync(
        AskedProof known, ProofOrder request, CancellationToken cancel)
    {
        if (!known.Request.Says(request))
        {
            return Refusal.ReusedId("This id was used for another request.");
        }

        await TellAsync(known, cancel);
        return new RecordedProof(known, Replayed: true);
    }

    private async Task TellAsync(AskedProof asked, CancellationToken cancel)
    {
        var (request, window) = (asked.Request, WindowOf(asked));
        foreach (var id in asked.Reached)
        {
            if (await register.FindEmployeeAsync(request.AgencyId, id, cancel) is { } person)
            {
                var unit = await register.UnitOfAsync(request.AgencyId, person, cancel);
                var proof = new PresenceProof(
                    request.Id, request.AgencyId, id, window.Opens.InZone(unit.Zone).Date, window, request.AskedBy,
                    request.Words)
                {
                    Actor = asked.Actor,
                };
                var news = NoticeOf(proof);
                if (await proofs.AddAsync(proof, news, cancel))
                {
                    await tell.SendAllAsync(request.AgencyId, news, cancel);
                }
            }
        }
    }

    private static IReadOnlyList<OutgoingEvent> NoticeOf(PresenceProof proof) => NoticeEvents.Of(
        [
            new Notice(
                proof.AgencyId, proof.EmployeeId, NoticeCode.SpotCheckAsked,
                new() { Date = proof.Date, Reference = proof.Id.ToString(), Until = proof.Window.Closes },
                proof.Window.Opens),
        ],
        new OutboxPlace(
            TableNames.PresenceProofs, TableKeys.MonthOf(proof.AgencyId, proof.Date.ToYearMonth())));

    private async Task<Result<IReadOnlyList<Employee>>> PeopleAsync(ProofOrder request, CancellationToken cancel)
    {
        if (request.UnitId is { } unit)
        {
            if (await register.TodayAsync(request.AgencyId, cancel) is not { } today
                || await register.FindUnitAsync(request.AgencyId, unit, cancel) is null)
            {
                return NotFound.Unit(unit);
            }

            var all = await workforce.ListEmployeesAsync(request.AgencyId, HashRange.All, cancel)
                .Select(p => p.On(today))
                .Where(p => p.Active && p.UnitId == unit && p.Id != request.AskedBy).Take(MostPeople + 1)
                .ToListAsync(cancel);
            return all.Count is 0 or > MostPeople
                ? Refusal.Malformed("/unitId", $"A unit with 1 to {MostPeople} other people in service is expected.")
                : all.OrderBy(p => p.Id).ToList();
        }

        var named = new List<Employee>();
        foreach (var (i, id) in request.People.Index())
        {
            if (await register.FindEmployeeAsync(request.AgencyId, id, cancel) is not { Active: true } person)
            {
                return NotFound.Employee(id, $"/employeeIds/{i}");
            }

            named.Add(person);
        }

        return named;
    }

    private async Task<Refusal?> WhyNotAsync(
        ProofOrder request, IReadOnlyList<Employee> people, Instant now, CancellationToken cancel)
    {
        var line = SuperiorLine.In(register, request.AgencyId, cancel);
        var policies = await register.PoliciesOfAsync(request.AgencyId, PolicyKinds.CheckIn, cancel);
        var (notBelow, tooOften) = (new List<FieldFault>(), new List<FieldFault>());
        foreach (var (i, person) in people.Index())
        {
            var pointer = request.UnitId is null ? $"/employeeIds/{i}" : "/unitId";
            var today = now.InZone((await register.UnitOfAsync(request.AgencyId, person, cancel)).Zone).Date;
            var acts = (await delegations.ListForAsync(register, request.AgencyId, person, cancel))
                .Any(d => d.DelegateId == request.AskedBy && d.HoldsOn(today));
            if (person.Id == request.AskedBy || (!acts && !await line.IsAboveAsync(request.AskedBy, person, cancel)))
            {
                notBelow.Add(new(pointer, $"{request.AskedBy} is not above {person.Id}."));
            }

            var before = await proofs.ListAsync(request.AgencyId, today.ToYearMonth(), person.Id, cancel)
                .CountAsync(p => p.Date == today && p.Id != request.Id, cancel);
            var most = policies.On(today).MostProofsPerDay;
            if (before >= most)
            {
                tooOften.Add(new(pointer, $"{person.Id} was asked {before} times today; {most} is the most."));
            }
        }

        return notBelow.Count > 0
            ? new Refusal(RefusalKind.NotAllowed, RefusalCodes.NotAbove, "Only somebody above asks for a proof.")
            {
                Faults = notBelow,
            }
            : tooOften.Count > 0
            ? new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.AskedTooOften, "A person is asked so often a day at most.")
            {
                Faults = tooOften,
            }
            : null;
    }
}
