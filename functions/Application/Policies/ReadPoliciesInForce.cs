using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>What holds of a kind on a day; without a document nothing does.</summary>
public sealed record PolicyInForce(string Kind)
{
    public DocumentInForce? Document { get; init; }

    /// <summary>The general document which the agency's adds to; null where it stands alone.</summary>
    public string? OnTopOf { get; init; }
}

/// <summary>A document by its name, who gave it, and its first day.</summary>
public readonly record struct DocumentInForce(string Name, PolicySource Source, LocalDate From);

/// <summary>All kinds on a day, and what of the days to come nobody has given.</summary>
public sealed record PoliciesInForce(
    LocalDate On, IReadOnlyList<PolicyInForce> Policies, IReadOnlyList<TimeGap> Missing);

/// <summary>
/// Which documents hold on a day: for an agency its own, the nation's and the shipped ones; for an agency without
/// documents of its own those of the nation. Years without a calendar and Ramadans without hours are told
/// <see cref="TimeGaps.LeadDays"/> ahead.
/// </summary>
public sealed class ReadPoliciesInForce(
    AgencyDirectory register, IPolicies policies, ShippedPolicies shipped, TimeProvider clock)
{
    /// <param name="agency">Whose documents.</param>
    /// <param name="on">The day; null: today there.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<PoliciesInForce>> OfAgencyAsync(
        AgencyId agency, LocalDate? on, CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Agency(agency);
        }

        var day = on ?? today;
        return await ReadAsync(agency, PolicyKinds.All, day, await register.RulesOfAsync(agency, cancel), cancel);
    }

    /// <summary>Of the kinds that are given once for all; without a day today in the capital.</summary>
    public async Task<Result<PoliciesInForce>> OfNationAsync(LocalDate? on, CancellationToken cancel)
    {
        var rules = new MonthRules(
            await policies.TimelineAsync(DocumentOwner.Nation, PolicyKinds.Calendar, shipped, null, cancel),
            await policies.TimelineAsync(DocumentOwner.Nation, PolicyKinds.WorkingTime, shipped, null, cancel));
        return await ReadAsync(
            DocumentOwner.Nation, PolicyKinds.National, on ?? clock.Now().InZone(NationalClock.Zone).Date, rules,
            cancel);
    }

    private async Task<Result<PoliciesInForce>> ReadAsync(
        DocumentOwner owner, IReadOnlyList<PolicyKind> kinds, LocalDate on, MonthRules rules, CancellationToken cancel)
    {
        var found = new List<PolicyInForce>();
        foreach (var kind in kinds)
        {
            found.Add(await kind.FindInForceAsync(policies, owner, shipped, on, cancel));
        }

        return new PoliciesInForce(on, found, TimeGaps.Of(rules, on, on.PlusDays(TimeGaps.LeadDays)));
    }
}
