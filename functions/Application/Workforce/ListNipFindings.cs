using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>A NIP under which people of several agencies serve today, and no secondment says why.</summary>
public sealed record NipFinding(NipHash Hash, Instant Since, IReadOnlyList<NipHolder> Holders);

/// <summary>
/// What the national operator sees to. Each NIP that several agencies have is judged when it is asked for, by who
/// serves then and by the secondments of that day in each agency's zone: what is explained or over goes away by itself.
/// </summary>
public sealed class ListNipFindings(
    IIdentities identities, ISecondments secondments, AgencyDirectory register, TimeProvider clock)
{
    /// <summary>A page of so many NIPs that several agencies have; fewer of them may be findings.</summary>
    public async Task<ListPage<NipFinding>> ExecuteAsync(string? after, int most, CancellationToken cancel)
    {
        var shared = await identities.ListSharedAsync(after, cancel).Take(most + 1).ToListAsync(cancel);
        var findings = new List<NipFinding>();
        foreach (var one in shared.Take(most))
        {
            var serving = new List<NipHolder>();
            foreach (var holder in await identities.HoldersAsync(one.Hash, cancel))
            {
                if (await ServingAsync(holder, cancel) is { } known)
                {
                    serving.Add(known);
                }
            }

            if (SecondmentRules.IsFinding(serving))
            {
                findings.Add(new(one.Hash, one.Since, serving));
            }
        }

        return new(findings, shared.Count > most ? shared[most - 1].Hash.Text : null);
    }

    /// <summary>Null when the person no longer serves there, or was never written after the NIP was.</summary>
    private async Task<NipHolder?> ServingAsync(NipHolder holder, CancellationToken cancel)
    {
        var person = await register.FindEmployeeAsync(holder.AgencyId, holder.EmployeeId, cancel);
        var agency = await register.FindAgencyAsync(holder.AgencyId, cancel);
        if (person is not { Active: true } || agency is null)
        {
            return null;
        }

        var today = clock.Now().InZone(agency.Zone).Date;
        var sent = await secondments.ListAsync(holder.AgencyId, holder.EmployeeId, cancel);
        return holder with { SecondedTo = [.. sent.Where(s => s.HoldsOn(today)).Select(s => s.ToAgencyId)] };
    }
}
