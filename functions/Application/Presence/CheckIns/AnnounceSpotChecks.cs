using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// Tells people of a spot check when its window has opened, and never before: the draw is nobody's to know ahead. Only
/// agencies whose policy draws any are gone through.
/// </summary>
public sealed class AnnounceSpotChecks(
    IAgencies agencies, IWorkforce workforce, AgencyDirectory register, SpotCheckSalt salt, OutboxPublisher tell,
    TimeProvider clock)
{
    /// <summary>Twice the timer's step: a round that is missed is made up for, and the same is told once.</summary>
    private static readonly Duration LookBack = Duration.FromMinutes(10);

    /// <summary>All agencies; how many windows have opened lately and are still open.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Telling the spot checks of", TellAsync, cancel);

    private async Task<int> TellAsync(Agency agency, CancellationToken cancel)
    {
        var now = clock.Now();
        var policies = await register.PoliciesOfAsync(agency.Id, PolicyKinds.CheckIn, cancel);
        if (policies.On(now.InZone(agency.Zone).Date).SpotChecks is { ChancePercent: 0 } or { MostPerDay: 0 })
        {
            return 0;
        }

        var notices = new List<Notice>();
        var today = now.InZone(agency.Zone).Date;
        await foreach (var person in workforce.ListEmployeesAsync(agency.Id, HashRange.All, cancel)
            .Select(employment => employment.On(today)))
        {
            if (person.Active)
            {
                var unit = await register.UnitOfAsync(agency.Id, person, cancel);
                var date = now.InZone(unit.Zone).Date;
                var policy = policies.On(date);
                notices.AddRange(SpotCheckRules
                    .Draw(agency.Id, person.Id, date, unit.Zone, policy.SpotChecks, policy.Version, salt.Bytes.Span)
                    .Where(window => window.Opens <= now && now < window.Closes && now - window.Opens < LookBack)
                    .Select(window => new Notice(
                        agency.Id, person.Id, NoticeCode.SpotCheckAsked, new() { Date = date, Until = window.Closes },
                        window.Opens)));
            }
        }

        await tell.PublishAsync(NoticeEvents.Of(notices), cancel);
        return notices.Count;
    }
}
