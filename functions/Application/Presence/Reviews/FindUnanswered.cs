using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>
/// A month's spot checks, and proofs that leaders asked for, that nothing answered, as evidence for superiors. It goes
/// by stored months, and passes over those that wait to be folded again: the next sweep sees them.
/// </summary>
public sealed class FindUnanswered(
    AgencyDirectory register,
    IWorkforce workforce,
    IDayCloses closes,
    IStaleMonths dirty,
    IAttendanceMonths months,
    IOutages outages,
    IPresenceProofs proofs,
    SpotCheckSalt salt,
    TimeProvider clock)
{
    internal async Task<IReadOnlyList<Evidence>> OfMonthAsync(
        AgencyId agency, YearMonth month, IEnumerable<CheckIn> answers, CancellationToken cancel)
    {
        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.CheckIn, cancel);
        var asked = await proofs.ListAsync(agency, month, cancel).ToListAsync(cancel);
        if (asked.Count == 0 && month.ToDateInterval().All(date => policies.On(date).SpotChecks.ChancePercent == 0))
        {
            return [];
        }

        var asking = new Asking(
            agency,
            policies,
            await workforce.ListUnitsAsync(agency, cancel).ToDictionaryAsync(
                u => u.Id(), cancellationToken: cancel),
            answers.ToLookup(c => c.Claim.EmployeeId),
            await outages.ListAsync(agency, cancel).Where(o => !o.Withdrawn).Select(o => o.Window).ToListAsync(cancel),
            asked.ToLookup(proof => (proof.EmployeeId, proof.Date)));
        var found = new List<Evidence>();
        var count = await closes.FindBucketsAsync(agency, month, cancel);
        foreach (var bucket in Enumerable.Range(0, count).Select(index => new MonthBucket(agency, month, index, count)))
        {
            found.AddRange(await OfBucketAsync(asking, bucket, cancel));
        }

        return found;
    }

    private async Task<List<Evidence>> OfBucketAsync(Asking asking, MonthBucket bucket, CancellationToken cancel)
    {
        var people = await workforce.ListEmployeesAsync(bucket.AgencyId, bucket.People, cancel)
            .ToDictionaryAsync(e => e.Id, cancellationToken: cancel);
        var rows = await months.ListCleanAsync(dirty, bucket, cancel);
        return [.. rows.Where(row => people.ContainsKey(row.EmployeeId))
            .SelectMany(row => OfPerson(asking, people[row.EmployeeId], row))];
    }

    private IEnumerable<Evidence> OfPerson(Asking asking, Employment service, AttendanceMonth month)
    {
        var now = clock.Now();
        var answers = asking.Answers[service.Id].ToList();
        return from day in month.Days
               where day.IsPresent
               let person = service.On(day.Date)
               let zone = asking.Units[person.UnitId].On(day.Date).Zone
               let windows = asking.Outages.FindAll(o => o.HoldsFor(person))
               let policy = asking.Policies.On(day.Date)
               let drawn = SpotCheckRules.Draw(
                   asking.Agency, person.Id, day.Date, zone, policy.SpotChecks, policy.Version, salt.Bytes.Span)
                   .Concat(asking.Proofs[(person.Id, day.Date)].Select(proof => proof.Window))
               from asked in UnansweredSpotChecks.Of(drawn, day, zone, answers, windows, now)
               select new Evidence(
                   person.Id, SignalKind.UnansweredSpotCheck, day.Date, [], new SignalFigures())
               { Asked = asked };
    }

    private sealed record Asking(
        AgencyId Agency,
        PolicyTimeline<CheckInPolicy> Policies,
        IReadOnlyDictionary<UnitId, History<OrganisationUnit>> Units,
        ILookup<EmployeeId, CheckIn> Answers,
        List<OutageWindow> Outages,
        ILookup<(EmployeeId, LocalDate), PresenceProof> Proofs);
}
