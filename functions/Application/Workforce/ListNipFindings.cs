using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// A NIP under which people of several agencies serve today, or one still served within a year after a move away, and
/// no secondment says why.
/// </summary>
public sealed record NipFinding(NipHash Hash, Instant Since, IReadOnlyList<NipHolder> Holders);

/// <summary>
/// What the national operator sees to. Each NIP that several agencies have is judged when it is asked for, by who
/// serves then and by the secondments of that day in each agency's zone: what is explained or over goes away by itself.
/// </summary>
public sealed class ListNipFindings(
    IIdentities identities, ISecondments secondments, IMoves moves, AgencyDirectory register, TimeProvider clock)
{
    /// <summary>A page of so many NIPs that several agencies have; fewer of them may be findings.</summary>
    public async Task<ListPage<NipFinding>> ExecuteAsync(string? after, int most, CancellationToken cancel)
    {
        var shared = await identities.ListSharedAsync(after, cancel).Take(most + 1).ToListAsync(cancel);
        var findings = new List<NipFinding>();
        foreach (var one in shared.Take(most))
        {
            var known = new List<Registered>();
            foreach (var holder in await identities.HoldersAsync(one.Hash, cancel))
            {
                if (await FindAsync(holder, cancel) is { } registered)
                {
                    known.Add(registered);
                }
            }

            if (PeopleOf(known) is { Count: > 1 } people)
            {
                findings.Add(new(one.Hash, one.Since, people));
            }
        }

        return new(findings, shared.Count > most ? shared[most - 1].Hash.Text : null);
    }

    /// <summary>Everybody who is a part of the finding; nobody when it is none.</summary>
    private static IReadOnlyList<NipHolder> PeopleOf(List<Registered> known)
    {
        var holders = known.ConvertAll(one => one.Holder with { ServesAfterMoveOn = OverlapOf(one, known) });
        if (holders.Exists(h => h.ServesAfterMoveOn is not null))
        {
            return holders;
        }

        var serving = holders.Zip(known).Where(pair => pair.Second.Serves).Select(pair => pair.First).ToList();
        return SecondmentRules.IsFinding(serving) ? serving : [];
    }

    private static LocalDate? OverlapOf(Registered one, List<Registered> known) => MoveRules.ServesAfterMove(
        new(one.Holder.AgencyId, one.Employment),
        one.Moves,
        one.Today.PlusYears(-1),
        one.Today,
        day => known.Exists(other =>
            one.SendsTo(other.Holder.AgencyId, day) || other.SendsTo(one.Holder.AgencyId, day)));

    /// <summary>Null when the person was never written after the NIP was.</summary>
    private async Task<Registered?> FindAsync(NipHolder holder, CancellationToken cancel)
    {
        var person = await register.FindEmploymentAsync(holder.AgencyId, holder.EmployeeId, cancel);
        var agency = await register.FindAgencyAsync(holder.AgencyId, cancel);
        if (person is null || agency is null)
        {
            return null;
        }

        var today = clock.Now().InZone(agency.Zone).Date;
        var sent = await secondments.ListAsync(holder.AgencyId, holder.EmployeeId, cancel);
        var known = await moves.ListAsync(holder.AgencyId, holder.EmployeeId, cancel);
        return new(
            holder with { SecondedTo = [.. sent.Where(s => s.HoldsOn(today)).Select(s => s.ToAgencyId)] },
            person,
            today,
            sent,
            [.. known.Select(m => m.Value)]);
    }

    private sealed record Registered(
        NipHolder Holder, Employment Employment, LocalDate Today, IReadOnlyList<Secondment> Sent,
        IReadOnlyList<Move> Moves)
    {
        internal bool Serves => Employment.On(Today).Active;

        internal bool SendsTo(AgencyId agency, LocalDate day) =>
            Sent.Any(s => s.ToAgencyId == agency && s.HoldsOn(day));
    }
}
